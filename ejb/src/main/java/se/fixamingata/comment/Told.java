package se.fixamingata.comment;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import se.fixamingata.notification.Notification;
import se.fixamingata.report.HistoryEntry;
import se.fixamingata.update.ReportUpdate;
import se.fixamingata.update.UpdateState;

/**
 * What a mail tells of.
 *
 * @param reopened whether its reporter opened the report again with these words
 */
record Told(ReportUpdate update, boolean reopened) {

    /** The words behind the history entry that the mail is about; empty when they are gone, or hidden. */
    static Optional<Told> by(EntityManager em, Notification notification) {
        return em.createQuery(
                        "select u, h.kind from HistoryEntry h, ReportUpdate u where h.id = :entry and u.id = h.updateId"
                                + " and u.state = :published",
                        Object[].class)
                .setParameter("entry", notification.subjectId())
                .setParameter("published", UpdateState.PUBLISHED)
                .getResultStream()
                .findFirst()
                .map(row -> new Told((ReportUpdate) row[0], row[1] == HistoryEntry.Kind.STATUS));
    }
}
