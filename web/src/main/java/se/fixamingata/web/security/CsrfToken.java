package se.fixamingata.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.omnifaces.util.Faces;
import se.fixamingata.shared.SecretToken;

/**
 * The hidden field of the page that is being rendered, and the cookie that goes with it. Only pages with a POST form ask for it, so
 * that a reader who only looks gets no cookie.
 */
@Named("csrf")
@RequestScoped
public class CsrfToken {

    /** Name of the hidden field, and of the cookie without its prefix. */
    public static final String NAME = "fmg_csrf";

    @Inject
    HttpServletRequest request;

    @Inject
    PublicAddress address;

    @Inject
    CsrfKey key;

    private String token;

    /** The field's value; sets the cookie and forbids caches to keep the page. */
    public String getToken() {
        return token(Faces.getResponse());
    }

    /** The same for a page that is not Faces'. */
    public String token(HttpServletResponse response) {
        if (token == null) {
            String known = Cookies.value(request, address.cookieName(NAME));
            SecretToken secret = SecretToken.parse(known).orElseGet(() -> give(response));
            response.setHeader("Cache-Control", "private, no-store");
            token = key.signer().sign(secret);
        }
        return token;
    }

    private SecretToken give(HttpServletResponse response) {
        SecretToken secret = SecretToken.random();
        Cookie cookie = new Cookie(address.cookieName(NAME), secret.text());
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(address.isHttps());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
        return secret;
    }
}
