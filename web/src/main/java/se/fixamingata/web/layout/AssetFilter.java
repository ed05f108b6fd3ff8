package se.fixamingata.web.layout;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Serves {@link Assets} at their versioned addresses, to be kept for a year; an old version's address answers with today's, unkept. */
public class AssetFilter extends HttpFilter {

    private static final Pattern VERSIONED = Pattern.compile("/resources/(v[0-9a-f]{12})/(.+)");
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    @Inject
    transient Assets assets;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        Matcher versioned = VERSIONED.matcher(path);
        if (versioned.matches()) {
            boolean current = versioned.group(1).equals(assets.version());
            response.setHeader("Cache-Control", current ? FOR_EVER : "no-cache");
            request.getRequestDispatcher(Assets.ROOT + versioned.group(2)).forward(request, response);
            return;
        }
        // A WebJar's address carries its own version.
        response.setHeader("Cache-Control", path.startsWith("/webjars/") ? FOR_EVER : "no-cache");
        chain.doFilter(request, response);
    }
}
