package se.fixamingata.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.shared.Conflicts;
import se.fixamingata.shared.DatabaseAway;

/**
 * The unexpected: logged once, under an incident id that the reader sees too, so that a call to the operator finds the log entry.
 * Outermost, so that nothing passes it. The path is logged without its parameters and without what follows a secret address.
 */
public class IncidentFilter extends HttpFilter {

    /** Request attribute with the id, for the error page. */
    public static final String ATTRIBUTE = "incident";

    /** Request attribute: two were in each other's way, and nothing is wrong with our data. */
    public static final String BUSY = "busy";

    private static final String RETRY_AFTER_SECONDS = "30";
    private static final String AFTER_CONFLICT_SECONDS = "5";

    private static final Logger LOG = System.getLogger(IncidentFilter.class.getName());

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException unexpected) {
            if (isReaderGone(unexpected)) {
                LOG.log(Level.DEBUG, "The reader left while {0} was written", firstPart(request));
                return;
            }
            Optional<String> conflict = Conflicts.in(unexpected);
            if (conflict.isPresent() && !response.isCommitted()) {
                LOG.log(
                        Level.WARNING,
                        "A conflict in the database at {0} {1}: {2}",
                        request.getMethod(),
                        firstPart(request),
                        conflict.get());
                request.setAttribute(BUSY, true);
                sayLater(request, response, AFTER_CONFLICT_SECONDS);
                return;
            }
            Optional<String> outage = DatabaseAway.in(unexpected);
            if (outage.isPresent() && !response.isCommitted()) {
                LOG.log(
                        Level.WARNING,
                        "No database at {0} {1}: {2}",
                        request.getMethod(),
                        firstPart(request),
                        outage.get());
                sayLater(request, response, RETRY_AFTER_SECONDS);
                return;
            }
            if (isNotPermitted(unexpected) && !response.isCommitted()) {
                // Whether it exists is nobody's business who may not see it.
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            String incident = UUID.randomUUID().toString().substring(0, 8);
            LOG.log(
                    Level.ERROR,
                    "Incident " + incident + " at " + request.getMethod() + " " + firstPart(request),
                    unexpected);
            if (response.isCommitted()) {
                throw unexpected;
            }
            request.setAttribute(ATTRIBUTE, incident);
            response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
    }

    /** An outage passes, and is no incident to be looked for by its number. */
    private static void sayLater(HttpServletRequest request, HttpServletResponse response, String seconds)
            throws IOException, ServletException {
        response.setHeader("Retry-After", seconds);
        if (Refusals.wantsJson(request)) {
            Refusals.send(
                    request,
                    response,
                    HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                    "unavailable",
                    "/WEB-INF/errorpages/503.xhtml");
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }

    private static boolean isNotPermitted(Exception unexpected) {
        return Stream.iterate((Throwable) unexpected, cause -> cause != null, Throwable::getCause)
                .limit(10)
                .anyMatch(NotPermitted.class::isInstance);
    }

    /** Catalina tells a broken connection by an exception of its own, Grizzly only by its words; nobody is there to be answered. */
    private static boolean isReaderGone(Exception unexpected) {
        return Stream.iterate((Throwable) unexpected, cause -> cause != null, Throwable::getCause)
                .limit(10)
                .filter(IOException.class::isInstance)
                .anyMatch(cause -> cause.getClass().getSimpleName().equals("ClientAbortException")
                        || "Connection is closed".equals(cause.getMessage()));
    }

    /** What follows a second slash may be a token. */
    private static String firstPart(HttpServletRequest request) {
        String path = request.getRequestURI();
        int second = path.indexOf('/', 1);
        return second < 0 ? path : path.substring(0, second) + "/…";
    }
}
