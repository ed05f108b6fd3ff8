package se.fixamingata.report;

import java.time.Instant;

/**
 * One thing that happened to a report, as its page tells it.
 *
 * @param fromStatus null unless the status changed
 * @param toStatus null unless the status changed
 * @param actorName who, in words; null when only {@code actor} is known or the person did not want to be named
 * @param text what was written; null when nothing was, or it is hidden
 * @param detail codes, numbers and days as {@link HistoryEntry.Kind} says, or null
 * @param words the update that the text stands in; null when there is none
 */
public record HistoryView(
        Instant at,
        HistoryEntry.Kind kind,
        ReportStatus fromStatus,
        ReportStatus toStatus,
        Actor actor,
        String actorName,
        String text,
        String detail,
        WordsView words) {

    /** Whether there were words that a moderator has hidden. */
    public boolean isHidden() {
        return words != null && words.hidden();
    }
}
