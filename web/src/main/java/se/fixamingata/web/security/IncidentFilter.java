package se.fixamingata.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;

/**
 * The unexpected: logged once, under an incident id that the reader sees too, so that a call to the operator finds the log entry.
 * Outermost, so that nothing passes it. The path is logged without its parameters and without what follows a secret address.
 */
public class IncidentFilter extends HttpFilter {

    /** Request attribute with the id, for the error page. */
    public static final String ATTRIBUTE = "incident";

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

    /** Grizzly and Catalina tell a broken connection by an exception of their own, which is an IOException without a response to give. */
    private static boolean isReaderGone(Exception unexpected) {
        return unexpected instanceof IOException
                && unexpected.getClass().getSimpleName().equals("ClientAbortException");
    }

    /** What follows a second slash may be a token. */
    private static String firstPart(HttpServletRequest request) {
        String path = request.getRequestURI();
        int second = path.indexOf('/', 1);
        return second < 0 ? path : path.substring(0, second) + "/…";
    }
}
