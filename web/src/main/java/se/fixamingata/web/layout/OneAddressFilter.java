package se.fixamingata.web.layout;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * A page has one address: {@code /karta}, never {@code /karta.xhtml}. FacesViews could say so itself, but where a page has others below it
 * ({@code /konto} and {@code /konto/sakerhet}) both pages' mappings fit, its filter runs twice, and the second time it would refuse what
 * the first has made of the address.
 */
public class OneAddressFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** Libraries' own files are served under this name. */
    private static final String RESOURCES = "/jakarta.faces.resource/";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getServletPath().startsWith(RESOURCES)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
