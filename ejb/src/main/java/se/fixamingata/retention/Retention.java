package se.fixamingata.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.shared.SqlTime;

/**
 * Finds and deletes what has had its time. Every deletion repeats its condition: what was confirmed a moment ago stays, whoever
 * found it due.
 */
@ApplicationScoped
public class Retention {

    /** So long the page of a sign-in link can tell a late one from an unknown one. */
    private static final Duration SIGN_IN_REQUESTS = Duration.ofDays(2);

    @Inject
    EntityManager em;

    @Inject
    RetentionPeriods periods;

    @Inject
    DueRows due;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** For the container. */
    public Retention() {}

    /** For tests. */
    public Retention(EntityManager em, RetentionPeriods periods, Clock clock) {
        this.em = em;
        this.periods = periods;
        this.due = new DueRows(em, periods);
        this.clock = clock;
        this.audit = new AuditTrail(em, clock);
    }

    /**
     * Reports that nobody has confirmed in time, and that no link from a mail can confirm any more.
     *
     * @param after only numbers above this one, so that a job can go on where it stopped
     * @return at most {@code limit} report numbers, ascending
     */
    public List<Long> unconfirmedReports(long after, int limit) {
        List<?> rows = em.createNativeQuery("select t.id from report t where " + where(RetentionRule.UNCONFIRMED_REPORT)
                        + " and t.id > ?1 order by t.id")
                .setParameter(1, after)
                .setMaxResults(limit)
                .getResultList();
        return rows.stream().map(row -> ((Number) row).longValue()).toList();
    }

    /**
     * Deletes those of the reports that are still unconfirmed, with their photos, mails, links and drafts.
     *
     * @return how many
     */
    public int deleteUnconfirmedReports(Collection<Long> ids) {
        int deleted = 0;
        Query delete = em.createNativeQuery(
                "delete t from report t where " + where(RetentionRule.UNCONFIRMED_REPORT) + " and t.id = ?1");
        for (Long id : ids) {
            int gone = delete.setParameter(1, id).executeUpdate();
            if (gone > 0) {
                audit.record("system", "report.deleted", "report:" + id, "never confirmed");
            }
            deleted += gone;
        }
        return deleted;
    }

    /**
     * Deletes comments that nobody has confirmed in time, and that no link from a mail can confirm any more, with their photos.
     *
     * @return how many, at most {@code limit}
     */
    public int deleteUnconfirmedComments(int limit) {
        List<?> rows = em.createNativeQuery("select t.id, t.report_id from report_update t where "
                        + where(RetentionRule.UNCONFIRMED_COMMENT) + " limit ?1 for update skip locked")
                .setParameter(1, limit)
                .getResultList();
        Query delete = em.createNativeQuery("delete from report_update where id = ?1");
        for (Object row : rows) {
            Object[] numbers = (Object[]) row;
            delete.setParameter(1, numbers[0]).executeUpdate();
            audit.record("system", "update.deleted", "report:" + numbers[1], "never confirmed");
        }
        return rows.size();
    }

    /**
     * Deletes drafts of reports and of comments that have expired, with the photos that nothing has taken over.
     *
     * @param limit at most so many drafts, so that one transaction stays short
     * @return how many drafts
     */
    public int deleteExpiredDrafts(int limit) {
        int reports = deleteExpired("draft", limit);
        return reports + deleteExpired("update_draft", limit - reports);
    }

    private int deleteExpired(String drafts, int limit) {
        return em.createNativeQuery("delete from " + drafts + " where expires_at < ?1 limit ?2")
                .setParameter(1, SqlTime.text(clock.instant()))
                .setParameter(2, limit)
                .executeUpdate();
    }

    /**
     * Deletes what signing in leaves behind: sessions that are over and remembered no more, half sign-ins, questions for a link.
     *
     * @return how many of the most frequent kind, at most {@code limit}
     */
    public int deleteSignInLeftovers(int limit) {
        String now = SqlTime.text(clock.instant());
        int sessions = delete(
                "account_session where expires_at < ?1 and (remembered_until is null or remembered_until < ?1)",
                now,
                limit);
        int steps = delete("sign_in_step where expires_at < ?1", now, limit);
        int requests = delete(
                "sign_in_request where created_at < ?1",
                SqlTime.text(clock.instant().minus(SIGN_IN_REQUESTS)),
                limit);
        return Math.max(sessions, Math.max(steps, requests));
    }

    private int delete(String what, String moment, int limit) {
        return em.createNativeQuery("delete from " + what + " limit ?2")
                .setParameter(1, moment)
                .setParameter(2, limit)
                .executeUpdate();
    }

    /**
     * Deletes secret links that ran out long ago.
     *
     * @return how many, at most {@code limit}
     */
    public int deleteExpiredLinks(int limit) {
        return em.createNativeQuery("delete from secret_link where expires_at < ?1 limit ?2")
                .setParameter(1, SqlTime.text(clock.instant().minus(periods.links())))
                .setParameter(2, limit)
                .executeUpdate();
    }

    /**
     * Deletes subscriptions that nobody has confirmed in time, and those that were ended as long ago.
     *
     * @return how many, at most {@code limit}
     */
    public int deleteOldSubscriptions(int limit) {
        int unconfirmed = deleteSubscriptions(RetentionRule.UNCONFIRMED_SUBSCRIPTION, limit);
        return unconfirmed + deleteSubscriptions(RetentionRule.ENDED_SUBSCRIPTION, limit - unconfirmed);
    }

    /** Of one table, of which alone a limit can be set. */
    private int deleteSubscriptions(RetentionRule rule, int limit) {
        return em.createNativeQuery(
                        "delete from subscription where " + where(rule).replace("t.", "") + " limit ?1")
                .setParameter(1, limit)
                .executeUpdate();
    }

    private String where(RetentionRule rule) {
        return due.where(rule, new RetentionNight(clock.instant(), clock.instant()));
    }
}
