package se.fixamingata.report;

import java.time.Instant;
import java.util.List;

/**
 * A part of a report's story: at most {@value #MOST} things that happened, however long the story is.
 *
 * @param number 1 for the newest things
 * @param entries oldest first
 * @param older whether there are older things on the next page
 * @param until when the first thing of the newer page happened; null for the newest page
 */
public record HistoryPage(int number, List<HistoryView> entries, boolean older, Instant until) {

    public static final int MOST = 50;

    public HistoryPage {
        entries = List.copyOf(entries);
    }

    public boolean isNewest() {
        return number == 1;
    }

    /** Whether something that happened then belongs on this page rather than on another. */
    public boolean covers(Instant at) {
        boolean before = until == null || at.isBefore(until);
        return before && (!older || !at.isBefore(entries.get(0).at()));
    }
}
