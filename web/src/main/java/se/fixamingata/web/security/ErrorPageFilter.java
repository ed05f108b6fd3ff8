package se.fixamingata.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Shows an error page as a page of its own. Without this Faces would take it for the answer to the form whose POST went wrong, look for
 * that form's state under the error page's name, and fail once more. Programs get no page at all.
 */
public class ErrorPageFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Object refused = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (refused instanceof String uri && MachineRefusals.concerns(uri)) {
            int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 500;
            Object incident = request.getAttribute(IncidentFilter.ATTRIBUTE);
            MachineRefusals.send(response, uri, status, MachineRefusals.words(status, incident));
            return;
        }
        chain.doFilter(new FormlessRequest(request), response);
    }
}
