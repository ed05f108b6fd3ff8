package se.fixamingata.comment;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import se.fixamingata.notification.Notification;
import se.fixamingata.update.ReportUpdate;

/** From a mail's row to what it tells of. */
final class CommentReading {

    private CommentReading() {}

    /** The words behind the history entry that the mail is about; empty when they are gone. */
    static Optional<ReportUpdate> told(EntityManager em, Notification notification) {
        return em.createQuery(
                        "select u from HistoryEntry h, ReportUpdate u where h.id = :entry and u.id = h.updateId",
                        ReportUpdate.class)
                .setParameter("entry", notification.subjectId())
                .getResultStream()
                .findFirst();
    }
}
