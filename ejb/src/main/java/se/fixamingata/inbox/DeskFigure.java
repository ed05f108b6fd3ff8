package se.fixamingata.inbox;

import java.util.List;
import java.util.Locale;

/**
 * One thing that may be stuck.
 *
 * @param query the inbox's address with just these reports, oldest first
 * @param oldest the few that have waited longest
 */
public record DeskFigure(Kind kind, long count, String query, List<InboxRow> oldest) {

    public DeskFigure {
        oldest = List.copyOf(oldest);
    }

    /** What is stuck, worst first. */
    public enum Kind {
        /** The authority's own system does not know of it. */
        UNDELIVERED,
        /** Its deadline passed long ago. */
        VERY_LATE,
        /** The promised day has passed. */
        OVERDUE,
        /** Its deadline has passed. */
        LATE,
        /** Nobody has answered in public yet. */
        NEW,
        /** Residents have said something that nobody has taken up. */
        NEWS,
        /** The reporter was asked and did not answer in time. */
        BACK,
        /** Its deadline is near. */
        SOON,
        /** Assigned to the one who looks, and nobody else's turn. */
        MINE;

        /** In message keys. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
