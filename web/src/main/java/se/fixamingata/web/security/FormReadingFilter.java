package se.fixamingata.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads what was posted, before anything else asks for it: a form that is cut off or was never one is the sender's mistake (400) and no
 * incident of ours, and senders who take their time are counted ({@link FormReaders}). A proxy in front that buffers uploads spares both.
 */
public class FormReadingFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = System.getLogger(FormReadingFilter.class.getName());
    /** Of the server's 64 request threads. */
    private static final int MOST = 44;

    private static final int MOST_OF_ONE_CLIENT = 12;
    private static final String RETRY_AFTER_SECONDS = "30";

    private enum Refusal {
        BROKEN(HttpServletResponse.SC_BAD_REQUEST, "bad_form"),
        TOO_LARGE(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "too_large");

        final int status;
        final String code;

        Refusal(int status, String code) {
            this.status = status;
            this.code = code;
        }
    }

    @Inject
    @ConfigProperty(name = "fmg.trusted.proxies")
    transient Optional<String> trustedProxies;

    private transient ClientAddress clients;
    private transient FormReaders readers;

    @Override
    public void init() {
        clients = new ClientAddress(trustedProxies.orElse(""));
        readers = new FormReaders(MOST, MOST_OF_ONE_CLIENT);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!request.getMethod().equals("POST")) {
            chain.doFilter(request, response);
            return;
        }
        String client = clients.of(request);
        if (!readers.enter(client)) {
            response.setHeader("Connection", "close");
            response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
            refuse(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "unavailable");
            return;
        }
        Refusal refusal;
        try {
            refusal = read(request);
        } finally {
            readers.leave(client);
        }
        if (refusal == null) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("Connection", "close");
        refuse(request, response, refusal.status, refusal.code);
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, int status, String code)
            throws IOException, ServletException {
        Refusals.send(new UnreadRequest(request), response, status, code, "/WEB-INF/errorpages/" + status + ".xhtml");
    }

    /** Asking for any parameter makes the container read the whole body. Null when that went well. */
    private static Refusal read(HttpServletRequest request) {
        try {
            request.getParameter(CsrfToken.NAME);
            return null;
        } catch (RuntimeException unread) {
            if (!isSenders(unread)) {
                throw unread;
            }
            LOG.log(Level.DEBUG, () -> "A form that could not be read: " + unread.getCause());
            return isTooLarge(unread) ? Refusal.TOO_LARGE : Refusal.BROKEN;
        }
    }

    /** Beyond what the servlet's own limit allows: a class of the container's, so known by its name. */
    private static boolean isTooLarge(RuntimeException unread) {
        return unread.getCause().getClass().getSimpleName().equals("SizeException");
    }

    /**
     * The container wraps what it found: a form without a boundary or beyond its size, or a body that ends too early. A full disk is
     * none of these.
     */
    static boolean isSenders(RuntimeException unread) {
        return Stream.iterate(unread.getCause(), cause -> cause != null, Throwable::getCause)
                .limit(10)
                .anyMatch(cause -> cause instanceof ServletException
                        || cause instanceof EOFException
                        || cause.getClass().getName().startsWith("org.apache.catalina.")
                        || fromTheWire(cause));
    }

    private static boolean fromTheWire(Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        return cause instanceof IOException
                && Stream.of(trace).limit(12).anyMatch(at -> at.getClassName().startsWith("org.glassfish.grizzly."));
    }
}
