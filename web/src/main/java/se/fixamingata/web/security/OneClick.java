package se.fixamingata.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The one POST by which mail programs end a subscription for their user (RFC 8058). It comes from anywhere, without cookies and without
 * our hidden field; the secret in its address is the proof. Nothing but that address with that body is meant.
 */
final class OneClick {

    private static final Pattern ADDRESS = Pattern.compile("/avregistrera/[A-Za-z0-9_-]{43}");

    private OneClick() {}

    static boolean isUnsubscribe(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && request.getQueryString() == null
                && ADDRESS.matcher(request.getRequestURI()).matches()
                && isBody(request.getParameterMap());
    }

    private static boolean isBody(Map<String, String[]> body) {
        String[] said = body.get("List-Unsubscribe");
        return body.size() == 1 && said != null && said.length == 1 && said[0].equals("One-Click");
    }
}
