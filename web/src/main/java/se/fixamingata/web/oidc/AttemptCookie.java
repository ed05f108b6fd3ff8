package se.fixamingata.web.oidc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import se.fixamingata.web.security.Cookies;
import se.fixamingata.web.security.PublicAddress;

/**
 * What the browser has to bring back from the provider, locked so that only we can read it. It comes along when the provider sends the
 * browser back (a link from another site, hence {@code Lax}), and is taken away then.
 */
@ApplicationScoped
class AttemptCookie {

    private static final String NAME = "fmg_oidc";
    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final int NEVER = 0;

    @Inject
    PublicAddress address;

    /** Null when there is none. */
    String read(HttpServletRequest request) {
        return Cookies.value(request, address.cookieName(NAME));
    }

    void write(HttpServletResponse response, String attempt) {
        write(response, attempt, (int) LIFETIME.toSeconds());
    }

    void clear(HttpServletResponse response) {
        write(response, "", NEVER);
    }

    private void write(HttpServletResponse response, String value, int seconds) {
        Cookie cookie = new Cookie(address.cookieName(NAME), value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(address.isHttps());
        cookie.setMaxAge(seconds);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}
