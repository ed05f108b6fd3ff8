package se.fixamingata.web.moderation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import se.fixamingata.moderation.AbuseReason;
import se.fixamingata.moderation.AbuseReporting;
import se.fixamingata.moderation.AbuseResult;
import se.fixamingata.moderation.AbuseView;
import se.fixamingata.moderation.Subject;
import se.fixamingata.web.problem.Problem;
import se.fixamingata.web.text.TextBean;

/**
 * The page {@code /anmal/{report|update|photo}/{id}}: something should not stand there. Ends at {@code /anmal/tack}, which is the same
 * whether it was the first report or the one that hid it.
 */
@Named("abuse")
@RequestScoped
public class AbuseBacking {

    private static final String THANKS = "tack";

    @Inject
    HttpServletRequest request;

    @Inject
    AbuseReporting reporting;

    @Inject
    AbusePosting posting;

    @Inject
    TextBean text;

    @Inject
    @Param(pathIndex = 0)
    String kind;

    @Inject
    @Param(pathIndex = 1)
    String id;

    private Subject subject;
    private AbuseView seen;
    private Problem problem;

    /** Before rendering. */
    public void open() {
        Faces.getResponse().setHeader("X-Robots-Tag", "noindex, nofollow");
        if (THANKS.equals(kind) && id == null) {
            return;
        }
        subject = Subject.find(kind, id).orElse(null);
        seen = Optional.ofNullable(subject).flatMap(reporting::find).orElse(null);
        if (subject != null && request.getMethod().equals("POST")) {
            answer(posting.receive(subject));
        } else if (seen == null) {
            Faces.responseSendError(404, "Nothing that everybody may see");
        }
    }

    private void answer(AbuseResult result) {
        if (result instanceof AbuseResult.Taken) {
            Faces.redirect("/anmal/" + THANKS);
        } else if (result instanceof AbuseResult.Unknown) {
            Faces.responseSendError(404, "Nothing that everybody may see");
        } else if (result instanceof AbuseResult.TooMany) {
            problem = new Problem("reason", text.of("abuse.many"));
            Faces.setResponseStatus(429);
        } else if (result instanceof AbuseResult.Invalid invalid) {
            problem = new Problem(invalid.field(), text.of(invalid.key(), invalid.limit()));
            Faces.setResponseStatus(422);
        }
    }

    public boolean isThanks() {
        return subject == null;
    }

    /** {@code report}, {@code update} or {@code photo}. */
    public String getKind() {
        return subject.kind().code();
    }

    /** Where the form goes: this address. */
    public String getAction() {
        return "/anmal/" + getKind() + "/" + subject.id();
    }

    /** Null when it has been taken off the page since the form was opened. */
    public AbuseView getSeen() {
        return seen;
    }

    public List<AbuseReason> getReasons() {
        return List.of(AbuseReason.values());
    }

    public boolean isChosen(AbuseReason reason) {
        return reason.code().equals(request.getParameter("reason"));
    }

    /** What was typed. */
    public String getText() {
        String typed = request.getParameter("text");
        return typed == null ? "" : typed;
    }

    /** What must be mended; null when nothing is wrong. */
    public Problem getProblem() {
        return problem;
    }

    /** The message for that field; empty when it is right. */
    public String problem(String field) {
        return problem != null && problem.field().equals(field) ? problem.message() : "";
    }
}
