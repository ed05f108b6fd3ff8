package se.fixamingata.web.handling;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.answer.FilledText;
import se.fixamingata.answer.Placeholders;
import se.fixamingata.answer.ResponseTemplates;
import se.fixamingata.answer.TemplateUse;
import se.fixamingata.answer.TemplateView;
import se.fixamingata.handling.Answer;
import se.fixamingata.handling.AnswerPreview;
import se.fixamingata.handling.CaseHandling;
import se.fixamingata.handling.Handler;
import se.fixamingata.handling.HandlingResult;
import se.fixamingata.handling.reading.CaseReading;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.shared.Language;
import se.fixamingata.web.security.CurrentCaller;
import se.fixamingata.web.text.Glyphs;
import se.fixamingata.web.text.Messages;
import se.fixamingata.web.text.TextBean;

/** The answer box: send, preview, put in a template. */
@RequestScoped
public class AnswerPosting {

    @Inject
    CurrentCaller callers;

    @Inject
    PostedForm form;

    @Inject
    AnswerFiles files;

    @Inject
    CaseHandling handling;

    @Inject
    CaseReading reading;

    @Inject
    ResponseTemplates templates;

    @Inject
    Glyphs glyphs;

    @Inject
    TextBean text;

    /** Null when something has to be mended first. */
    HandlingResult send(long report) throws IOException, ServletException {
        List<String> left = Placeholders.left(form.typed("text"));
        if (!left.isEmpty()) {
            form.refuse("text", text.of("arende.answer.left", "{" + String.join("}, {", left) + "}"));
        }
        Answer answer = answer(report, files.receive());
        return form.isWrong() ? null : handling.answer(handler(), answer);
    }

    /** Files stay where they are until the answer is sent; the mail of the preview has none. */
    AnswerPreview preview(long report) {
        return handling.preview(handler(), answer(report, AnswerFiles.Received.NONE));
    }

    private Handler handler() {
        return Handler.of(callers.get());
    }

    private Answer answer(long report, AnswerFiles.Received received) {
        return new Answer(
                report,
                form.version(),
                status(),
                form.typed("text"),
                !form.typed("expectedOn").equals(form.typed("expectedWas")),
                form.day("expectedOn").orElse(null),
                received.photos(),
                received.documents());
    }

    /** Null leaves it. What is no status is one that no report may become. */
    private ReportStatus status() {
        String code = form.typed("status");
        return code.isEmpty() ? null : ReportStatus.find(code).orElse(ReportStatus.UNCONFIRMED);
    }

    /** Puts the chosen template's text into the box: in the place of another template's, else after what stands there. */
    CaseOutcome fill(long report) {
        Optional<TemplateView> chosen = form.number("template").flatMap(id -> templates.find(callers.get(), id));
        if (chosen.isEmpty()) {
            form.refuse("template", text.of("arende.answer.template.choose"));
            return CaseOutcome.AGAIN;
        }
        ReportStatus now =
                reading.find(handler(), report).orElseThrow(NotPermitted::new).status();
        ReportStatus wanted = chosen.get().status();
        ReportStatus next = wanted != null && now.mayBecome(wanted) ? wanted : status();
        LocalDate day = form.day("expectedOn").orElse(null);
        TemplateUse use = new TemplateUse(next, words(next == null ? now : next), day);
        Optional<FilledText> filled = templates.fill(callers.get(), chosen.get().id(), report, use);
        filled.ifPresent(words -> put(words.text(), next));
        return filled.map(CaseOutcome::showing).orElse(CaseOutcome.AGAIN);
    }

    private void put(String words, ReportStatus next) {
        String typed = form.typed("text").replace("\r\n", "\n");
        boolean untouched =
                typed.isBlank() || typed.equals(form.typed("inserted").replace("\r\n", "\n"));
        form.put("text", untouched ? words : typed.stripTrailing() + "\n\n" + words);
        form.put("inserted", words);
        if (next != null) {
            form.put("status", next.code());
        }
    }

    private Placeholders.Words words(ReportStatus status) {
        String key = glyphs.key(status);
        return new Placeholders.Words(Messages.text(Language.SV, key), Messages.text(Language.EN, key));
    }
}
