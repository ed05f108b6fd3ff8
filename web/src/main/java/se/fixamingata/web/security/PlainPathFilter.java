package se.fixamingata.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * An address is spelled in one way. The container undoes {@code ..%2f}, {@code %5c} and {@code ;x} before it chooses a page; what
 * compares addresses as they were sent, to guard one of them, must not be led round that.
 */
public class PlainPathFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** A slash, a backslash, a dot, a semicolon or a percent sign in disguise, and path parameters. */
    private static final Pattern DISGUISED = Pattern.compile("%(2f|5c|2e|3b|25|00)|;|\\\\", Pattern.CASE_INSENSITIVE);

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (disguised(request.getRequestURI())) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            chain.doFilter(request, response);
        }
    }

    static boolean disguised(String uri) {
        return DISGUISED.matcher(uri).find();
    }
}
