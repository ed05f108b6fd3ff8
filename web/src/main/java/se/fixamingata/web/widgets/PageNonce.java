package se.fixamingata.web.widgets;

import jakarta.faces.context.FacesContext;
import java.util.Optional;
import java.util.regex.Pattern;
import se.fixamingata.web.security.SecurityHeadersFilter;

/**
 * The nonce that scripts in the answer must carry: the request's own one when the answer is a page, and the one of the page that asked
 * when the answer is a piece of it (ajax), because a browser judges scripts by the policy that the page came with.
 */
final class PageNonce {

    /** PrimeFaces' scripts add this field to every Faces form. */
    static final String FIELD = "primefaces.nonce";

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9+/]{22}");

    private PageNonce() {}

    /** Empty outside of a request that the filter has seen. */
    static Optional<String> of(FacesContext context) {
        return asked(context).or(() -> own(context));
    }

    private static Optional<String> own(FacesContext context) {
        Object nonce = context.getExternalContext().getRequestMap().get(SecurityHeadersFilter.NONCE);
        return Optional.ofNullable((String) nonce);
    }

    private static Optional<String> asked(FacesContext context) {
        if (!context.getPartialViewContext().isAjaxRequest()) {
            return Optional.empty();
        }
        String field = context.getExternalContext().getRequestParameterMap().get(FIELD);
        return Optional.ofNullable(field).filter(PageNonce::isOurs);
    }

    /** Whether it has the shape of our nonces, so that nothing else can be written into a page through it. */
    static boolean isOurs(String nonce) {
        return SHAPE.matcher(nonce).matches();
    }
}
