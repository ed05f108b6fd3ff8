package se.fixamingata.web.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import se.fixamingata.shared.Language;
import se.fixamingata.web.text.Messages;

/** Says no in the form that was asked for: JSON to scripts and machines, a page to people. */
final class Refusals {

    private Refusals() {}

    /**
     * @param code stable, for machines; {@code refused.{code}} is the key of its sentence
     * @param page the error page for people
     */
    static void send(HttpServletRequest request, HttpServletResponse response, int status, String code, String page)
            throws IOException, ServletException {
        if (MachineRefusals.concerns(request)) {
            MachineRefusals.send(
                    response, request.getRequestURI(), status, Messages.text(Language.EN, "refused." + code));
            return;
        }
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        if (wantsJson(request)) {
            Language language =
                    request.getAttribute(LanguageFilter.ATTRIBUTE) instanceof Language decided ? decided : Language.SV;
            response.setContentType("application/json");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            String message = Messages.text(language, "refused." + code).replace("\"", "\\\"");
            response.getWriter().write("{\"error\":{\"code\":\"" + code + "\",\"message\":\"" + message + "\"}}");
            return;
        }
        request.getRequestDispatcher(page).forward(request, response);
    }

    static boolean wantsJson(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return request.getRequestURI().startsWith("/api/")
                || accept != null && accept.contains("application/json") && !accept.contains("text/html");
    }
}
