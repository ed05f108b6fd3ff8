package se.fixamingata.web.following;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import se.fixamingata.shared.Conflicts;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.subscription.AreaNames;
import se.fixamingata.subscription.UnsubscribeState;
import se.fixamingata.subscription.Unsubscribing;
import se.fixamingata.web.security.CurrentLanguage;

/**
 * The page {@code /avregistrera/{token}}. Looking changes nothing; its button ends the subscription, and so does the one POST of a mail
 * program (RFC 8058), which is let through without any sign of ours because the token is the proof.
 */
@Named("unsubscribe")
@RequestScoped
public class UnsubscribeBacking {

    @Inject
    HttpServletRequest request;

    @Inject
    Unsubscribing unsubscribing;

    @Inject
    AreaNames names;

    @Inject
    CurrentLanguage language;

    @Inject
    @Param(pathIndex = 0)
    String token;

    private UnsubscribeState state;

    /** Before rendering. */
    public void open() {
        HttpServletResponse response = Faces.getResponse();
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        state = request.getMethod().equals("POST")
                ? Conflicts.retry(() -> unsubscribing.end(token))
                : unsubscribing.look(token);
        if (state instanceof UnsubscribeState.Expired) {
            response.setStatus(HttpServletResponse.SC_GONE);
        } else if (state instanceof UnsubscribeState.Unknown) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** {@code following}, {@code watching}, {@code daily}, {@code weekly}, {@code questions}, {@code letters}, {@code ended}, {@code done}, {@code expired}, {@code unknown} or {@code truncated}: which of the texts is shown. */
    public String getSituation() {
        if (state instanceof UnsubscribeState.Following) {
            return "following";
        }
        if (state instanceof UnsubscribeState.Watching) {
            return "watching";
        }
        if (state instanceof UnsubscribeState.Digest digest) {
            return digest.frequency().code();
        }
        if (state instanceof UnsubscribeState.Asked) {
            return "questions";
        }
        if (state instanceof UnsubscribeState.Lettered) {
            return "letters";
        }
        if (state instanceof UnsubscribeState.Ended ended) {
            return ended.reportId() == null ? "done" : "ended";
        }
        if (state instanceof UnsubscribeState.Expired) {
            return "expired";
        }
        return SecretToken.parse(token).isPresent() ? "unknown" : "truncated";
    }

    /** Where the button posts to: this address. The token has been recognised, so it holds no other characters. */
    public String getAction() {
        return "/avregistrera/" + token;
    }

    /** Whether there is something to end. */
    public boolean isActive() {
        return state instanceof UnsubscribeState.Following
                || state instanceof UnsubscribeState.Watching
                || state instanceof UnsubscribeState.Digest
                || state instanceof UnsubscribeState.Asked
                || state instanceof UnsubscribeState.Lettered;
    }

    /** The followed report's title, or the area in words; empty when there is none to be shown. */
    public String getTitle() {
        if (state instanceof UnsubscribeState.Watching watching) {
            return names.name(watching.area(), language.get());
        }
        return state instanceof UnsubscribeState.Following following ? following.title() : "";
    }

    /** The report's page; null when there is none for everybody. */
    public String getReportPage() {
        return state instanceof UnsubscribeState.Ended ended && ended.open() ? "/rapport/" + ended.reportId() : null;
    }
}
