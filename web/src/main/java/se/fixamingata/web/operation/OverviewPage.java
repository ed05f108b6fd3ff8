package se.fixamingata.web.operation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import se.fixamingata.operatordesk.Overview;
import se.fixamingata.operatordesk.OverviewTile;
import se.fixamingata.web.security.CurrentCaller;
import se.fixamingata.web.text.TextBean;

/** The page {@code /drift}: what needs a look today, and the way to everything else. */
@Named("overviewPage")
@RequestScoped
public class OverviewPage {

    private static final Map<OverviewTile, String> PATHS = Map.of(
            OverviewTile.DELIVERIES, "/drift/leveranser",
            OverviewTile.MAILS, "/drift/utskick",
            OverviewTile.ALARMS, "/drift/integration?visa=alarm",
            OverviewTile.JOBS, "/drift/jobb",
            OverviewTile.HOMELESS, "/drift/kommuner?visa=waiting&ordning=waiting",
            OverviewTile.MODERATION, "/handlaggning/granskning",
            OverviewTile.MESSAGES, "/drift/meddelanden",
            OverviewTile.BLOCKED, "/drift/sparrade");

    @Inject
    CurrentCaller callers;

    @Inject
    Overview overview;

    @Inject
    TextBean text;

    private Map<OverviewTile, Long> counts;

    /** Before rendering. */
    public void open() {
        counts = overview.counts(callers.get());
    }

    /** What somebody should look at, the most urgent first. */
    public List<OverviewTile> getWrong() {
        return tiles(true, true);
    }

    /** What is as it should be. */
    public List<OverviewTile> getQuiet() {
        return tiles(true, false);
    }

    /** What is good to know. */
    public List<OverviewTile> getKnown() {
        return tiles(false, true);
    }

    private List<OverviewTile> tiles(boolean look, boolean any) {
        return Stream.of(OverviewTile.values())
                .filter(tile -> tile.isToLookAt() == look && counts.get(tile) > 0 == any)
                .toList();
    }

    public String count(OverviewTile tile) {
        long count = counts.get(tile);
        return text.number(count) + (count >= OverviewTile.COUNTED ? "+" : "");
    }

    public String path(OverviewTile tile) {
        return PATHS.get(tile);
    }
}
