package se.fixamingata.web.reporting;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.submission.ConfirmationState;
import se.fixamingata.submission.ReportConfirmation;

/**
 * The page {@code /bekrafta/{token}}, where the link in the mail leads. Looking changes nothing; its button confirms.
 *
 * <p>The token stands in the address, so no cache may keep the page and no other site may hear of it.
 */
@Named("confirmation")
@RequestScoped
public class ConfirmationBacking {

    @Inject
    HttpServletRequest request;

    @Inject
    ReportConfirmation confirmation;

    @Inject
    @Param(pathIndex = 0)
    String token;

    private ConfirmationState state;

    /** Before rendering. */
    public void open() {
        HttpServletResponse response = Faces.getResponse();
        response.setHeader("Cache-Control", "private, no-store");
        // Not no-referrer: then browsers would send the button's POST without its origin, and the door would refuse it.
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        boolean pressed = request.getMethod().equals("POST");
        state = pressed ? confirmation.confirm(token) : confirmation.look(token);
        if (state instanceof ConfirmationState.Confirmed confirmed) {
            Faces.redirect("/rapport/%s?bekraftad=1", String.valueOf(confirmed.reportId()));
        } else if (state instanceof ConfirmationState.Expired) {
            response.setStatus(HttpServletResponse.SC_GONE);
        } else if (state instanceof ConfirmationState.Unknown) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** {@code waiting}, {@code already}, {@code expired}, {@code unknown} or {@code truncated}: which of the texts is shown. */
    public String getSituation() {
        if (state instanceof ConfirmationState.Waiting) {
            return "waiting";
        }
        if (state instanceof ConfirmationState.Already) {
            return "already";
        }
        if (state instanceof ConfirmationState.Expired) {
            return "expired";
        }
        return isWhole() ? "unknown" : "truncated";
    }

    /** Whether the text could be a token: mail programs break long links. */
    private boolean isWhole() {
        return SecretToken.parse(token).isPresent();
    }

    /** Where the button posts to: this address. The token has been recognised, so it holds no other characters. */
    public String getAction() {
        return "/bekrafta/" + token;
    }

    /** The waiting report's title; empty in every other situation. */
    public String getTitle() {
        return state instanceof ConfirmationState.Waiting waiting ? waiting.title() : "";
    }

    /** The number of the report that has been confirmed before; 0 in every other situation. */
    public long getReportId() {
        return state instanceof ConfirmationState.Already already ? already.reportId() : 0;
    }
}
