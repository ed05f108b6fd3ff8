package se.fixamingata.web.question;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import se.fixamingata.question.AskedReport;
import se.fixamingata.question.FixedQuestion;
import se.fixamingata.question.QuestionState;
import se.fixamingata.question.Reply;
import se.fixamingata.report.StatusGroup;
import se.fixamingata.shared.Conflicts;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.submission.FieldProblem;
import se.fixamingata.web.text.TextBean;

/** The page {@code /fraga/{token}}: "is it fixed?". Looking changes nothing; its button answers. */
@Named("question")
@RequestScoped
public class QuestionBacking {

    private static final Map<String, Reply> REPLIES =
            Map.of("ja", Reply.YES, "nej", Reply.NO, "vet-inte", Reply.UNKNOWN);

    @Inject
    HttpServletRequest request;

    @Inject
    FixedQuestion question;

    @Inject
    TextBean text;

    @Inject
    @Param(pathIndex = 0)
    String token;

    private QuestionState state;
    private FieldProblem problem;

    /** Before rendering. */
    public void open() {
        HttpServletResponse response = Faces.getResponse();
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        state = request.getMethod().equals("POST") ? answer() : question.look(token);
        if (state instanceof QuestionState.Expired) {
            response.setStatus(HttpServletResponse.SC_GONE);
        } else if (state instanceof QuestionState.Unknown) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        } else if (problem != null) {
            response.setStatus(problem.key().equals("form.busy") ? 503 : 422);
        } else if (isJust()) {
            Faces.redirect(getAction() + "?svarat=1");
        }
    }

    private QuestionState answer() {
        Reply reply = REPLIES.get(getChosen());
        if (reply == null) {
            problem = new FieldProblem("svar", "question.reply.missing");
            return question.look(token);
        }
        QuestionState answered;
        try {
            answered = Conflicts.retry(() -> question.answer(token, reply, getReason()));
        } catch (Conflicts.Busy busy) {
            problem = new FieldProblem("svar", "form.busy");
            return question.look(token);
        }
        if (answered instanceof QuestionState.Incomplete incomplete) {
            problem = incomplete.problem();
        }
        return answered;
    }

    private boolean isJust() {
        return (state instanceof QuestionState.Asked asked && asked.just())
                || (state instanceof QuestionState.Moved moved && moved.just());
    }

    /** Whether there is something to answer. */
    public boolean isAsked() {
        return state instanceof QuestionState.Asked || state instanceof QuestionState.Incomplete;
    }

    /** The middle of the texts' keys: {@code asked}, {@code open}, {@code reopened}, {@code closed}, {@code expired}, {@code unknown}, {@code truncated}. */
    public String getSituation() {
        if (isAsked()) {
            return isOpen() ? "open" : "asked";
        }
        if (state instanceof QuestionState.Moved moved) {
            return moved.report().status().group() == StatusGroup.OPEN ? "reopened" : "closed";
        }
        if (state instanceof QuestionState.Expired) {
            return "expired";
        }
        return SecretToken.parse(token).isPresent() ? "unknown" : "truncated";
    }

    /** Whether it is asked of a report that is open: then "no" changes nothing, and needs no reason. */
    public boolean isOpen() {
        return isAsked() && getReport().status().group() == StatusGroup.OPEN;
    }

    /** Null when there is none to show. */
    public AskedReport getReport() {
        return state instanceof QuestionState.About about ? about.report() : null;
    }

    /** {@code yes}, {@code no} or {@code unknown}: what was answered before; empty for nothing. */
    public String getEarlier() {
        return state instanceof QuestionState.Asked asked
                ? Optional.ofNullable(asked.earlier()).map(Reply::code).orElse("")
                : "";
    }

    /** Whether the answer came just now. */
    public boolean isThanked() {
        return request.getParameter("svarat") != null;
    }

    /** The message for a field; empty when it is right. */
    public String problem(String field) {
        return problem != null && problem.field().equals(field) ? text.format(problem.key(), problem.arguments()) : "";
    }

    public boolean isWrong() {
        return problem != null;
    }

    /** The field that is wrong. */
    public String getWrongField() {
        return problem == null ? "" : problem.field();
    }

    /** Where the form posts to: this address. The token has been recognised, so it holds no other characters. */
    public String getAction() {
        return "/fraga/" + token;
    }

    /** As it was chosen in the form. */
    public String getChosen() {
        return Optional.ofNullable(request.getParameter("svar")).orElse("");
    }

    /** As it was typed. */
    public String getReason() {
        return Optional.ofNullable(request.getParameter("reason")).orElse("");
    }
}
