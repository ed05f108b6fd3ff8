package se.fixamingata.web.reporting;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.submission.ReportSubmission;
import se.fixamingata.submission.ResendResult;
import se.fixamingata.submission.SentReport;
import se.fixamingata.web.problem.Problem;
import se.fixamingata.web.security.CurrentLanguage;
import se.fixamingata.web.text.Messages;

/** The page {@code /rapportera/skickat}: which address got the mail, once more, and the correction of a mistyped address. */
@Named("sent")
@RequestScoped
public class SentBacking {

    /** The path parameter of the page. */
    static final String STEP = "skickat";

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentLanguage language;

    @Inject
    DraftCookie cookie;

    @Inject
    ReportSubmission submission;

    @Inject
    @Param(pathIndex = 0)
    String step;

    private SentReport report;
    private String problem = "";
    private String typed;

    /** Before rendering; nothing to show leads back to the form. */
    public void open() {
        if (!STEP.equals(step)) {
            return;
        }
        Faces.getResponse().setHeader("Cache-Control", "private, no-store");
        Optional<SecretToken> secret = cookie.read(request);
        if (secret.isPresent() && request.getMethod().equals("POST")) {
            act(secret.get());
        }
        report = secret.flatMap(submission::sent).orElse(null);
        if (!Faces.getContext().getResponseComplete() && report == null) {
            Faces.redirect("/rapportera");
        }
    }

    private void act(SecretToken secret) {
        typed = request.getParameter("email");
        boolean correction = "correct".equals(request.getParameter("action"));
        ResendResult result = correction ? submission.correctAddress(secret, typed) : submission.resend(secret);
        if (result instanceof ResendResult.InvalidAddress invalid) {
            problem = Problem.of(invalid.problem(), language.get()).message();
            Faces.setResponseStatus(422);
        } else if (result instanceof ResendResult.TooMany many) {
            problem = Messages.text(language.get(), "report.sent.wait", many.minutes());
            Faces.setResponseStatus(429);
        } else if (result instanceof ResendResult.AlreadyConfirmed confirmed) {
            Faces.redirect("/rapport/%s", String.valueOf(confirmed.reportId()));
        } else if (result instanceof ResendResult.Resent) {
            Faces.redirect("/rapportera/" + STEP + "?igen=" + (correction ? "rattad" : "ja"));
        }
    }

    /** What became of the report; null on the form's own page. */
    public SentReport getReport() {
        return report;
    }

    /** Why no mail was sent; empty when nothing is wrong. */
    public String getProblem() {
        return problem;
    }

    /** Whether the problem is about the address that was typed. */
    public boolean isAddressWrong() {
        return !problem.isEmpty() && "correct".equals(request.getParameter("action"));
    }

    /** The address as it was typed, right or wrong. */
    public String getTyped() {
        return typed == null ? "" : typed;
    }

    /** {@code ja} after another mail, {@code rattad} after one to another address; else empty. */
    public String getAgain() {
        String again = request.getParameter("igen");
        return "ja".equals(again) || "rattad".equals(again) ? again : "";
    }
}
