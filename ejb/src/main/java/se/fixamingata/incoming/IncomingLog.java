package se.fixamingata.incoming;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import se.fixamingata.report.HistoryEntry;
import se.fixamingata.update.ReportUpdate;

/** What authorities' systems have said so far. To be asked by whoever holds the report's lock. */
@ApplicationScoped
class IncomingLog {

    /** Their clock and ours may differ by that much before a status of ours counts as the later one. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    /** So many versions of one thing are looked through. */
    private static final int VERSIONS = 20;

    @Inject
    EntityManager em;

    /** For the container. */
    IncomingLog() {}

    /** For tests. */
    IncomingLog(EntityManager em) {
        this.em = em;
    }

    void keep(IncomingUpdate one) {
        em.persist(one);
    }

    /** At once, so that it may be kept anew in the same transaction. */
    void forget(IncomingUpdate one) {
        em.remove(one);
        em.flush();
    }

    /** The same thing, said before. */
    Optional<IncomingUpdate> same(IncomingWord word, String remoteId, byte[] hash) {
        return em.createNamedQuery("IncomingUpdate.same", IncomingUpdate.class)
                .setParameter("authority", word.authorityCode())
                .setParameter("source", word.source())
                .setParameter("remote", remoteId)
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst();
    }

    /** The update with exactly those words that an earlier version of the same thing has written. */
    Optional<Long> wrote(IncomingWord word, String remoteId, String text) {
        return em.createNamedQuery("IncomingUpdate.ofId", IncomingUpdate.class)
                .setParameter("authority", word.authorityCode())
                .setParameter("source", word.source())
                .setParameter("remote", remoteId)
                .setParameter("report", word.reportId())
                .setMaxResults(VERSIONS)
                .getResultStream()
                .filter(one -> one.remoteId().equals(remoteId) && one.updateId() != null)
                .map(IncomingUpdate::updateId)
                .filter(id -> em.find(ReportUpdate.class, id).text().equals(text))
                .findFirst();
    }

    /** Whether something has given the report a status since: their system, or somebody here. */
    boolean isOvertaken(long reportId, Instant remoteAt) {
        return latest("IncomingUpdate.latestStatus", reportId)
                        .filter(remoteAt::isBefore)
                        .isPresent()
                || latest("IncomingUpdate.latestOwn", reportId)
                        .map(at -> at.minus(SKEW))
                        .filter(remoteAt::isBefore)
                        .isPresent();
    }

    private Optional<Instant> latest(String query, long reportId) {
        return em.createNamedQuery(query, Instant.class)
                .setParameter("report", reportId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** What the authority has written into the history of a report that had that version until then. */
    Optional<HistoryEntry> written(long reportId, int version) {
        return em.createNamedQuery("IncomingUpdate.written", HistoryEntry.class)
                .setParameter("report", reportId)
                .setParameter("version", version)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
