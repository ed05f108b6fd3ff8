package se.fixamingata.web.start;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import se.fixamingata.report.Figures;
import se.fixamingata.report.ReportFigures;
import se.fixamingata.report.ReportSearch;
import se.fixamingata.report.ReportSummary;

/** What the start page shows besides its question; the same for every reader, and remembered for half a minute. */
@Named("start")
@ApplicationScoped
public class StartBacking {

    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final int IN_THE_STRIP = 6;

    @Inject
    ReportSearch search;

    @Inject
    ReportFigures figures;

    private final LoadingCache<Boolean, List<ReportSummary>> fixed =
            Caffeine.newBuilder().expireAfterWrite(FRESH).build(always -> search.newestFixed(IN_THE_STRIP, null));

    public List<ReportSummary> getFixed() {
        return fixed.get(true);
    }

    public Figures getFigures() {
        return figures.country();
    }
}
