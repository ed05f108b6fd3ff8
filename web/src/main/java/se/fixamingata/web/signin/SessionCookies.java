package se.fixamingata.web.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.signin.session.SessionSettings;
import se.fixamingata.signin.session.SessionTokens;
import se.fixamingata.web.security.Cookies;
import se.fixamingata.web.security.PublicAddress;

/**
 * The cookies by which a browser is known: the session's (until the browser is closed), the remembering one, and the one of somebody
 * who still has to show a code. For our pages only, out of scripts' reach.
 */
@ApplicationScoped
public class SessionCookies {

    /** Without the prefix that it has on https. */
    public static final String SESSION = "fmg_session";

    static final String REMEMBER = "fmg_remember";
    static final String STEP = "fmg_signin";

    private static final int UNTIL_CLOSED = -1;
    private static final int NEVER = 0;
    private static final Duration STEP_LIFETIME = Duration.ofMinutes(10);

    @Inject
    PublicAddress address;

    @Inject
    SessionSettings settings;

    Optional<SecretToken> session(HttpServletRequest request) {
        return read(request, SESSION);
    }

    Optional<SecretToken> remember(HttpServletRequest request) {
        return read(request, REMEMBER);
    }

    Optional<SecretToken> step(HttpServletRequest request) {
        return read(request, STEP);
    }

    /** Gives the browser what a sign-in has brought; what it had before is worth nothing any more. */
    void write(HttpServletResponse response, SessionTokens tokens) {
        write(response, SESSION, tokens.session().text(), UNTIL_CLOSED);
        tokens.remember()
                .ifPresent(secret -> write(response, REMEMBER, secret.text(), (int)
                        settings.remembered().toSeconds()));
    }

    /** Another token for the session that the browser has. */
    void writeSession(HttpServletResponse response, SecretToken token) {
        write(response, SESSION, token.text(), UNTIL_CLOSED);
    }

    void writeStep(HttpServletResponse response, SecretToken step) {
        write(response, STEP, step.text(), (int) STEP_LIFETIME.toSeconds());
    }

    void clearStep(HttpServletResponse response) {
        write(response, STEP, "", NEVER);
    }

    void clearRemember(HttpServletResponse response) {
        write(response, REMEMBER, "", NEVER);
    }

    /** Leaves nothing of a session in the browser. */
    public void clear(HttpServletResponse response) {
        write(response, SESSION, "", NEVER);
        clearRemember(response);
        clearStep(response);
    }

    private Optional<SecretToken> read(HttpServletRequest request, String name) {
        return SecretToken.parse(Cookies.value(request, address.cookieName(name)));
    }

    private void write(HttpServletResponse response, String name, String value, int seconds) {
        Cookie cookie = new Cookie(address.cookieName(name), value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(address.isHttps());
        cookie.setMaxAge(seconds);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}
