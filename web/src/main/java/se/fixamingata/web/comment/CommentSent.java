package se.fixamingata.web.comment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.omnifaces.util.Faces;
import se.fixamingata.comment.ResendingComment;
import se.fixamingata.comment.SentComment;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.submission.ResendResult;
import se.fixamingata.web.problem.Problem;
import se.fixamingata.web.security.CurrentLanguage;
import se.fixamingata.web.text.Messages;

/** After sending: which address got the mail, once more, and the correction of a mistyped address. */
@Named("commentSent")
@RequestScoped
public class CommentSent {

    private static final Set<String> BUTTONS = Set.of("resend", "correct");
    private static final String AGAIN = "igen";

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentLanguage language;

    @Inject
    CommentCookie cookie;

    @Inject
    ResendingComment resending;

    private SentComment comment;
    private String problem = "";
    private boolean addressWrong;
    private String typed;

    /** Whether one of this page's buttons was pressed. */
    static boolean isAsked(HttpServletRequest request) {
        String action = request.getParameter("action");
        return action != null && BUTTONS.contains(action);
    }

    void look(long reportId) {
        comment = cookie.read(request)
                .flatMap(secret -> resending.sent(secret, reportId))
                .filter(found -> !found.published())
                .orElse(null);
    }

    void act(long reportId) {
        Optional<SecretToken> secret = cookie.read(request);
        if (secret.isPresent()) {
            boolean correction = "correct".equals(request.getParameter("action"));
            typed = request.getParameter("email");
            tell(
                    correction
                            ? resending.correctAddress(secret.get(), reportId, typed)
                            : resending.resend(secret.get(), reportId),
                    reportId,
                    correction);
        }
        look(reportId);
    }

    private void tell(ResendResult result, long reportId, boolean correction) {
        if (result instanceof ResendResult.InvalidAddress invalid) {
            problem = Problem.of(invalid.problem(), language.get()).message();
            addressWrong = true;
            Faces.setResponseStatus(422);
        } else if (result instanceof ResendResult.TooMany many) {
            problem = Messages.text(language.get(), "report.sent.wait", many.minutes());
            Faces.setResponseStatus(429);
        } else if (result instanceof ResendResult.AlreadyConfirmed) {
            Faces.redirect("/rapport/%s", String.valueOf(reportId));
        } else if (result instanceof ResendResult.Resent) {
            Faces.redirect("/kommentera/%s?%s=%s", String.valueOf(reportId), AGAIN, correction ? "rattad" : "skickad");
        }
    }

    /** Whether there is a comment that waits for its mail. */
    public boolean isWaiting() {
        return comment != null;
    }

    public SentComment getComment() {
        return comment;
    }

    /** Why there is no other mail; empty when nothing is wrong. */
    public String getProblem() {
        return problem;
    }

    public boolean isAddressWrong() {
        return addressWrong;
    }

    /** What was typed as the right address. */
    public String getTyped() {
        return typed;
    }

    /** {@code skickad} or {@code rattad} when another mail has just been sent; else empty. */
    public String getAgain() {
        String said = request.getParameter(AGAIN);
        return said == null ? "" : said;
    }
}
