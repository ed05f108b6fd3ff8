package se.fixamingata.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Answers 429, with how long to wait, to an address that does something limited too often ({@link LimitedUse}). */
public class RateLimitFilter extends HttpFilter {

    /** Request attribute with the seconds to wait, for the page. */
    static final String WAIT = "limit.wait";

    @Inject
    transient RateLimiter limiter;

    @Inject
    @ConfigProperty(name = "fmg.trusted.proxies")
    transient Optional<String> trustedProxies;

    private transient ClientAddress clients;

    @Override
    public void init() {
        clients = new ClientAddress(trustedProxies.orElse(""));
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<LimitedUse> use = LimitedUse.of(request.getMethod(), path(request), request.getQueryString())
                .or(() -> LimitedUse.ofBody(request.getMethod(), request.getContentType()));
        Duration wait =
                use.map(limited -> limiter.use(limited, clients.of(request))).orElse(Duration.ZERO);
        if (wait.isZero()) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("Retry-After", Long.toString(wait.toSeconds()));
        request.setAttribute(WAIT, wait.toSeconds());
        Refusals.send(request, response, 429, "too_many_requests", "/WEB-INF/errorpages/429.xhtml");
    }

    /** As the container understands the address: decoded, without dots and path parameters, so that no spelling escapes its limit. */
    static String path(HttpServletRequest request) {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }
}
