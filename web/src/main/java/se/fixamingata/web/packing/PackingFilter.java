package se.fixamingata.web.packing;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Packs what is text and longer than a kilobyte (RFC 9110, 8.4 and 12.5.3). */
public class PackingFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** Named, and not with a weight of nothing. */
    private static final Pattern GZIP = Pattern.compile("(^|[, ])gzip\\s*(,|$|;(?!\\s*q=0(\\.0*)?\\s*(,|$)))");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        PackedResponse packed = new PackedResponse(response, accepts(request.getHeader("Accept-Encoding")));
        chain.doFilter(request, packed);
        // Not after an exception: what was written so far is taken back, and a page about the fault written instead.
        packed.finish();
    }

    static boolean accepts(String encodings) {
        return encodings != null
                && GZIP.matcher(encodings.toLowerCase(Locale.ROOT)).find();
    }
}
