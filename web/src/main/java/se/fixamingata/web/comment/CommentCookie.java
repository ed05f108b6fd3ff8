package se.fixamingata.web.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import se.fixamingata.comment.CommentSettings;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.web.security.Cookies;
import se.fixamingata.web.security.PublicAddress;

/**
 * The secret of the comments that this browser is writing. Given when the first word is kept, so that a reader who only looks gets
 * none; as long as the draft is kept, for our pages only, out of scripts' reach.
 */
@ApplicationScoped
public class CommentCookie {

    private static final String NAME = "fmg_comment";

    @Inject
    PublicAddress address;

    @Inject
    CommentSettings settings;

    /** The secret that the browser holds; empty when it holds none or something else. */
    public Optional<SecretToken> read(HttpServletRequest request) {
        return SecretToken.parse(Cookies.value(request, address.cookieName(NAME)));
    }

    /** Gives the browser that secret, or the one it has as long again. */
    void write(HttpServletResponse response, SecretToken secret) {
        Cookie cookie = new Cookie(address.cookieName(NAME), secret.text());
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(address.isHttps());
        cookie.setMaxAge((int) settings.draftLifetime().toSeconds());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}
