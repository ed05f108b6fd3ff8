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
import se.fixamingata.signin.session.SignedIn;
import se.fixamingata.signin.session.Way;

/**
 * Stands before the pages that are not for everybody ({@link Guard}): shows the way to the door, and loses nothing that was typed by
 * somebody whose session is over.
 */
public class GuardFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final String SECOND_FACTOR = "/konto/sakerhet?krav=1#tvasteg";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        Guard.Verdict verdict = Guard.of(path, caller(request), SessionMechanism.isFactorMissing(request));
        if (verdict == Guard.Verdict.OPEN) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("Cache-Control", "private, no-store");
        if (request.getAttribute(SessionMechanism.FAILURE) instanceof RuntimeException failed) {
            throw failed;
        }
        switch (verdict) {
            case WELCOME -> letIn(path, request, response, chain);
            case FACTOR -> showTheSecondFactor(request, response);
            case ABSENT -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
            default -> showTheDoor(request, response);
        }
    }

    /** Whom only the employer has vouched for is there to work: their own reports and their password are not the employer's. */
    private void letIn(String path, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        SignedIn who = (SignedIn) request.getAttribute(SessionMechanism.SIGNED_IN);
        if (Guard.isBelow(path, "/konto") && who.way() == Way.OIDC) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            request.getRequestDispatcher("/WEB-INF/errorpages/eget-konto.xhtml").forward(request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    /** Where a second factor is demanded, there is no work without one. */
    private static void showTheSecondFactor(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        request.setAttribute(AgainBacking.REASON, "factor");
        answer(request, response, SECOND_FACTOR);
    }

    private static Caller caller(HttpServletRequest request) {
        return request.getAttribute(SessionMechanism.SIGNED_IN) instanceof SignedIn who ? who.caller() : null;
    }

    private static void showTheDoor(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        answer(request, response, LocalTarget.signIn(page(request)));
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response, String next)
            throws IOException, ServletException {
        if (isScript(request)) {
            redirectScript(response, next);
        } else if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            redirect(response, next);
        } else {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            request.getRequestDispatcher("/WEB-INF/errorpages/logga-in-igen.xhtml")
                    .forward(request, response);
        }
    }

    private static boolean isScript(HttpServletRequest request) {
        String kind = request.getHeader("Faces-Request");
        return kind != null && kind.startsWith("partial/");
    }

    /** The page to come back to. A script's request has not its filters; the page's own address has. */
    private static String page(HttpServletRequest request) {
        String here =
                request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
        String referrer = request.getHeader("Referer");
        if (!isScript(request) || referrer == null) {
            return here;
        }
        try {
            URI page = URI.create(referrer);
            return page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery());
        } catch (IllegalArgumentException notAnAddress) {
            return here;
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
