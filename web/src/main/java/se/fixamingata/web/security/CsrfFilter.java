package se.fixamingata.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import se.fixamingata.shared.SecretToken;

/**
 * Lets a POST through only when it comes from a page of ours: the browser says so ({@link RequestOrigin}), and the form carries the
 * field that goes with the browser's cookie ({@link CsrfSigner}). Scripts may send the field as header {@code X-CSRF-Token}.
 *
 * <p>Faces protects stateful views only, and ours have no state. A refused form is answered with a page that gives back what was
 * typed, unless a foreign page sent it. Mail programs, which are no pages, may end a subscription ({@link OneClick}); systems show a key,
 * and nobody's browser is signed in there.
 */
public class CsrfFilter extends HttpFilter {

    /** Request attribute: whether what was typed may be shown again. */
    static final String FOREIGN = "csrf.foreign";

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    @Inject
    transient PublicAddress address;

    @Inject
    transient CsrfKey key;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (HARMLESS.contains(request.getMethod())
                || OneClick.isUnsubscribe(request)
                || MachineRefusals.concerns(request)) {
            chain.doFilter(request, response);
            return;
        }
        RequestOrigin origin = new RequestOrigin(
                request.getHeader("Sec-Fetch-Site"), request.getHeader("Origin"), request.getHeader("Host"));
        boolean ours = origin.isOurs(address.origin());
        if (ours && carriesToken(request)) {
            request.setAttribute(FOREIGN, false);
            chain.doFilter(request, response);
            return;
        }
        request.setAttribute(FOREIGN, !ours);
        Refusals.send(request, response, HttpServletResponse.SC_FORBIDDEN, "csrf", "/WEB-INF/errorpages/avvisad.xhtml");
    }

    private boolean carriesToken(HttpServletRequest request) {
        String header = request.getHeader("X-CSRF-Token");
        String field = header != null ? header : request.getParameter(CsrfToken.NAME);
        return SecretToken.parse(Cookies.value(request, address.cookieName(CsrfToken.NAME)))
                .map(cookie -> key.signer().isSigned(field, cookie))
                .orElse(false);
    }
}
