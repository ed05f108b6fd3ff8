package se.fixamingata.web.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import se.fixamingata.account.Caller;
import se.fixamingata.signin.SignedIn;

/**
 * Stands before the pages that are not for everybody ({@link Guard}): shows the way to the door, and loses nothing that was typed by
 * somebody whose session is over.
 */
public class GuardFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        Guard.Verdict verdict = Guard.of(path, caller(request));
        if (verdict == Guard.Verdict.OPEN) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("Cache-Control", "private, no-store");
        if (request.getAttribute(SessionMechanism.FAILURE) instanceof RuntimeException failed) {
            throw failed;
        }
        switch (verdict) {
            case WELCOME -> chain.doFilter(request, response);
            case ABSENT -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
            default -> showTheDoor(request, response);
        }
    }

    private static Caller caller(HttpServletRequest request) {
        return request.getAttribute(SessionMechanism.SIGNED_IN) instanceof SignedIn who ? who.caller() : null;
    }

    private static void showTheDoor(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        String partial = request.getHeader("Faces-Request");
        if (partial != null && partial.startsWith("partial/")) {
            redirectScript(response, LocalTarget.signIn(page(request)));
        } else if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            String query = request.getQueryString();
            redirect(response, LocalTarget.signIn(request.getRequestURI() + (query == null ? "" : "?" + query)));
        } else {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            request.getRequestDispatcher("/WEB-INF/errorpages/logga-in-igen.xhtml")
                    .forward(request, response);
        }
    }

    /** Where a script's request came from: the page's own address has its filters, the request's has not. */
    private static String page(HttpServletRequest request) {
        String referrer = request.getHeader("Referer");
        try {
            URI page = URI.create(referrer == null ? request.getRequestURI() : referrer);
            return page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery());
        } catch (IllegalArgumentException notAnAddress) {
            return request.getRequestURI();
        }
    }

    /** Without the host, which a caller may have made up. */
    static void redirect(HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", path);
    }

    private static void redirectScript(HttpServletResponse response, String path) throws IOException {
        response.setContentType("text/xml");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter()
                .write("<?xml version='1.0' encoding='UTF-8'?>\n<partial-response><redirect url=\""
                        + path.replace("&", "&amp;").replace("\"", "&quot;") + "\"/></partial-response>");
    }
}
