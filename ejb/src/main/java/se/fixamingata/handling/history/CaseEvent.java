package se.fixamingata.handling.history;

import java.time.Instant;
import java.util.List;
import se.fixamingata.report.Actor;
import se.fixamingata.report.HistoryEntry;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.update.UpdateState;

/**
 * One thing that happened to a report, as the back office reads it.
 *
 * @param id of the history entry
 * @param fromStatus null unless the status changed
 * @param toStatus null unless the status changed
 * @param who in words: the caseworker, the authority, the resident; null when there is no name, or none that the reader may see
 * @param accountId of whoever did it; null for who was not signed in, and for residents when the reader may not see them
 * @param internal whether only the back office reads it
 * @param text null when there is none, or the reader may not see a hidden one
 * @param detail codes, ids and days as the kind says
 * @param update the words that came with it; null when there are none
 */
public record CaseEvent(
        long id,
        Instant at,
        HistoryEntry.Kind kind,
        ReportStatus fromStatus,
        ReportStatus toStatus,
        Actor actor,
        String who,
        Long accountId,
        boolean internal,
        String text,
        String detail,
        Words update) {

    /**
     * What is known of the words that came with it.
     *
     * @param id of the update
     * @param authorEmail null unless a resident wrote it and the reader may see that
     */
    public record Words(
            long id,
            UpdateState state,
            boolean looksFixed,
            boolean edited,
            String authorEmail,
            List<CasePhoto> photos,
            List<CaseDocument> documents) {

        public Words {
            photos = List.copyOf(photos);
            documents = List.copyOf(documents);
        }
    }

    /** Whether its words are hidden from residents. */
    public boolean isHidden() {
        return update != null && update.state() == UpdateState.HIDDEN;
    }
}
