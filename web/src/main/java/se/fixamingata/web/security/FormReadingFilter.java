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
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixamingata.web.multipart.BrokenForm;
import se.fixamingata.web.multipart.MultipartForm;
import se.fixamingata.web.multipart.MultipartReader;
import se.fixamingata.web.multipart.PlainFormReader;

/**
 * Reads what was posted, before anything else asks for it: a form that is cut off or was never one is the sender's mistake (400) and no
 * incident of ours, and senders who take their time are counted ({@link FormReaders}). A proxy in front that buffers uploads spares both.
 *
 * <p>The container reads a plain form whose length nobody has told as far as it goes. Browsers always tell it, so that pages refuse one
 * that does not (411); what systems send is read by us, as far as forms may go.
 *
 * <p>What systems send with files is read by us and not by the container ({@link MultipartReader}); it lies in the request as
 * {@link MultipartForm#ATTRIBUTE}.
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
        TOO_LARGE(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "too_large"),
        UNMEASURED(HttpServletResponse.SC_LENGTH_REQUIRED, "no_length");

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

    private final transient Complaints complaints = new Complaints(Duration.ofMinutes(1));
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
        boolean parts = MultipartReader.concerns(request.getContentType());
        boolean unmeasured = request.getContentLengthLong() < 0 && PlainFormReader.concerns(request.getContentType());
        boolean ours = (parts || unmeasured) && MachineRefusals.concerns(request);
        try {
            Refusal refusal;
            try {
                refusal = ours ? readOurselves(request, parts) : unmeasured ? Refusal.UNMEASURED : read(request, parts);
            } finally {
                readers.leave(client);
            }
            if (refusal == null) {
                pass(request, response, chain);
                return;
            }
            complain();
            if (response.isCommitted()) {
                // Nobody is there any more: the connection broke with the body.
                return;
            }
            response.setHeader("Connection", "close");
            refuse(request, response, refusal.status, refusal.code);
        } finally {
            if (parts && !ours) {
                ContainerParts.forget(request);
            }
        }
    }

    /** One line for however many there were: anybody can send as many as they like. */
    private void complain() {
        complaints
                .count(Instant.now())
                .ifPresent(many -> LOG.log(Level.INFO, "Forms that were cut off, too large or none: {0}", many));
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, int status, String code)
            throws IOException, ServletException {
        int page = status == HttpServletResponse.SC_LENGTH_REQUIRED ? HttpServletResponse.SC_BAD_REQUEST : status;
        Refusals.send(new UnreadRequest(request), response, status, code, "/WEB-INF/errorpages/" + page + ".xhtml");
    }

    private static void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getAttribute(MultipartForm.ATTRIBUTE) instanceof MultipartForm form) {
            try (form) {
                chain.doFilter(
                        MultipartReader.concerns(request.getContentType()) ? new PartsRead(request) : request,
                        response);
            }
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Asking for any parameter makes the container read the whole body. Null when that went well. */
    private static Refusal read(HttpServletRequest request, boolean parts) {
        if (parts) {
            ContainerParts.bound(request);
        }
        try {
            request.getParameter(CsrfToken.NAME);
            return null;
        } catch (ContainerParts.TooMany many) {
            return Refusal.TOO_LARGE;
        } catch (RuntimeException unread) {
            if (!isSenders(unread)) {
                throw unread;
            }
            LOG.log(Level.DEBUG, () -> "A form that could not be read: " + unread.getCause());
            return isTooLarge(unread) ? Refusal.TOO_LARGE : Refusal.BROKEN;
        }
    }

    private static Refusal readOurselves(HttpServletRequest request, boolean parts) throws IOException {
        try {
            request.setAttribute(
                    MultipartForm.ATTRIBUTE,
                    parts
                            ? MultipartReader.read(
                                    request.getInputStream(),
                                    request.getContentType(),
                                    RequestSizeFilter.MAX_WITH_FILES)
                            : PlainFormReader.read(request.getInputStream(), request.getCharacterEncoding(), (int)
                                    RequestSizeFilter.MAX_TEXT));
            return null;
        } catch (BrokenForm broken) {
            LOG.log(Level.DEBUG, () -> "A system's form that could not be read: " + broken);
            return broken.isTooLarge() ? Refusal.TOO_LARGE : Refusal.BROKEN;
        }
    }

    /** Beyond what the servlet's own limit allows: a class of the container's, so known by its name. */
    private static boolean isTooLarge(RuntimeException unread) {
        return unread.getCause().getClass().getSimpleName().equals("SizeException")
                || Stream.iterate(unread.getCause(), cause -> cause != null, Throwable::getCause)
                        .anyMatch(ContainerParts.TooMany.class::isInstance);
    }

    /**
     * The container wraps what it found: a form without a boundary or beyond its size, or a body that ends too early. A full disk is
     * none of these.
     */
    static boolean isSenders(RuntimeException unread) {
        return Stream.iterate(unread.getCause(), cause -> cause != null, Throwable::getCause)
                .limit(10)
                .anyMatch(cause -> cause instanceof ServletException
                        || cause instanceof ContainerParts.TooMany
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
