package se.fixamingata.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Refuses bodies that nothing of ours needs, before anything reads them: 1 MiB of text, 130 MiB with photos. Which photo is too large
 * is said by the photo intake, with its name; this is only the bound beyond which nobody listens. Packed bodies are refused whatever
 * their size, since nobody can tell what they grow to.
 */
public class RequestSizeFilter extends HttpFilter {

    static final long MAX_TEXT = 1L << 20;
    static final long MAX_WITH_FILES = 130L << 20;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getContentLengthLong() > limit(request.getContentType())) {
            response.setHeader("Connection", "close");
            Refusals.send(
                    new UnreadRequest(request),
                    response,
                    HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
                    "too_large",
                    "/WEB-INF/errorpages/413.xhtml");
            return;
        }
        if (packed(request.getHeader("Content-Encoding"))) {
            response.setHeader("Connection", "close");
            Refusals.send(
                    new UnreadRequest(request),
                    response,
                    HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE,
                    "packed",
                    "/WEB-INF/errorpages/400.xhtml");
            return;
        }
        chain.doFilter(request, response);
    }

    static boolean packed(String encoding) {
        return encoding != null && !encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity");
    }

    /** Bytes that a body of that type may have. */
    static long limit(String contentType) {
        boolean files = contentType != null
                && (contentType.startsWith("multipart/form-data") || contentType.startsWith("image/"));
        return files ? MAX_WITH_FILES : MAX_TEXT;
    }
}
