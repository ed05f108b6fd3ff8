package se.fixamingata.web.handling;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import java.io.IOException;
import se.fixamingata.handling.HandlingResult;
import se.fixamingata.web.text.TextBean;

/** Gives what was sent to whoever knows what the button means. */
@RequestScoped
public class CasePosting {

    @Inject
    PostedForm form;

    @Inject
    AnswerPosting answers;

    @Inject
    WorkPosting work;

    @Inject
    MergePosting merging;

    @Inject
    TextBean text;

    CaseOutcome receive(long report) throws IOException, ServletException {
        return switch (form.getAction()) {
            case "answer" -> outcome(answers.send(report));
            case "answer-preview" -> CaseOutcome.showing(answers.preview(report));
            case "answer-template" -> answers.fill(report);
            case "merge" -> outcome(merging.merge(report));
            case "unmerge" -> outcome(merging.undo(report));
            default -> outcome(work.receive(report));
        };
    }

    /** @param result null when the form itself was wrong, or only to be shown again */
    private CaseOutcome outcome(HandlingResult result) {
        if (result == null) {
            return CaseOutcome.AGAIN;
        }
        return CaseOutcome.of(
                result, form, result instanceof HandlingResult.Invalid invalid ? text.of(invalid.key()) : null);
    }
}
