package se.fixamingata.report;

import java.time.Instant;

/**
 * One thing that happened to a report, as its page tells it.
 *
 * @param fromStatus null unless the status changed
 * @param toStatus null unless the status changed
 * @param actorName who, in words; null when only {@code actor} is known or the reporter did not want to be named
 * @param text what was written, or null
 */
public record HistoryView(
        Instant at,
        HistoryEntry.Kind kind,
        ReportStatus fromStatus,
        ReportStatus toStatus,
        Actor actor,
        String actorName,
        String text) {}
