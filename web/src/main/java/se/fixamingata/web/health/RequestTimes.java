package se.fixamingata.web.health;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** How long answers take, by kind of page and kind of answer. Outermost of the filters, so that refusals count too. */
public class RequestTimes extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final Metadata TIMES = Metadata.builder()
            .withName("fmg_request_nanoseconds")
            .withDescription("How long answers took; the container writes a timer without converting it")
            .build();

    @Inject
    transient MetricRegistry registry;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long begun = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            registry.timer(
                            TIMES,
                            new Tag("page", PagePattern.of(request.getServletPath() + path(request))),
                            new Tag("answer", response.getStatus() / 100 + "xx"))
                    .update(Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    private static String path(HttpServletRequest request) {
        return request.getPathInfo() == null ? "" : request.getPathInfo();
    }
}
