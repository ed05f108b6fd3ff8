package se.fixamingata.web.confirmation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import se.fixamingata.shared.Conflicts;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.web.confirmation.Confirmation.Situation;

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
    @Any
    Instance<Confirmable> kinds;

    @Inject
    @Param(pathIndex = 0)
    String token;

    /** Null for a link of no kind. */
    private Confirmation state;

    /** Before rendering. */
    public void open() {
        HttpServletResponse response = Faces.getResponse();
        response.setHeader("Cache-Control", "private, no-store");
        // Not no-referrer: browsers too old for Sec-Fetch-Site would send the button's POST without any origin, and be
        // refused.
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        boolean pressed = request.getMethod().equals("POST");
        state = kinds.stream()
                .map(kind -> pressed ? Conflicts.retry(() -> kind.confirm(token)) : kind.look(token))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
        if (state == null) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        } else if (state.situation() == Situation.EXPIRED) {
            response.setStatus(HttpServletResponse.SC_GONE);
        } else if (state.situation() == Situation.DONE) {
            Faces.redirect(state.address());
        }
    }

    public boolean isWaiting() {
        return state != null && state.situation() == Situation.WAITING;
    }

    /** The beginning of the texts' keys: which of them are shown. */
    public String getKey() {
        if (state == null) {
            // Mail programs break long links.
            return SecretToken.parse(token).isPresent() ? "bekrafta.unknown" : "bekrafta.truncated";
        }
        return "bekrafta." + state.kind() + "." + state.situation().code();
    }

    /** Where the button posts to: this address. The token has been recognised, so it holds no other characters. */
    public String getAction() {
        return "/bekrafta/" + token;
    }

    /** The waiting report's title; empty in every other situation. */
    public String getTitle() {
        return state == null ? "" : state.title();
    }

    /** Key of what the button says that goes on. */
    public String getOnward() {
        return state != null && state.kind().equals("subscription")
                ? "bekrafta.to-subscriptions"
                : "bekrafta.to-report";
    }

    /** Key of what the button says when there is nowhere to go on, and where it leads is {@link #getElsewhere}. */
    public String getAgain() {
        return state != null && state.kind().equals("subscription")
                ? "bekrafta.subscribe-again"
                : "bekrafta.report-again";
    }

    /** Where to begin again. */
    public String getElsewhere() {
        return state != null && state.kind().equals("subscription") ? "/prenumerera" : "/rapportera";
    }

    /** Where to go on; null for nowhere. */
    public String getAddress() {
        return state == null ? null : state.address();
    }
}
