package se.fixamingata.jobs;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import se.fixamingata.shared.SqlTime;

/** What there is to say about runs: items that were left out, and why something ended. Each note is kept even if its chunk is rolled back. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class JobNotes {

    /** So many of a run are kept one by one; the others are counted. */
    public static final int MOST = 1000;

    private static final int MOST_OTHERS = 100;
    private static final int ITEM_MAX = 200;
    private static final int REASON_MAX = 1000;

    private static final String INSERT = "insert into job_note (id, run_id, step, kind, item, reason, at)"
            + " select next value for job_number, r.id, ?2, ?3, ?4, ?5, ?6 from job_run r where r.id = ?1"
            + " and (select count(*) from job_note n where n.run_id = ?1) < ?7";

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    /** For the container. */
    public JobNotes() {}

    /** For tests. */
    public JobNotes(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    /**
     * Counts an item that was left out, and keeps it with its reason as long as there are not too many of them.
     *
     * @param execution the batch runtime's number of the run
     * @param item by which one finds it: a number or a code, nothing personal
     * @param reason for the operator; nothing personal
     */
    public void skipped(long execution, String step, String item, String reason) {
        em.createNativeQuery("update job_run set skipped_count = skipped_count + 1 where execution_id = ?1")
                .setParameter(1, execution)
                .executeUpdate();
        em.createNativeQuery("select id from job_run where execution_id = ?1")
                .setParameter(1, execution)
                .getResultList()
                .forEach(run -> add(((Number) run).longValue(), step, NoteKind.SKIPPED, item, reason));
    }

    /** Why a step of a run failed. */
    public void failed(long execution, String step, String reason) {
        em.createNativeQuery("select id from job_run where execution_id = ?1")
                .setParameter(1, execution)
                .getResultList()
                .forEach(run -> add(((Number) run).longValue(), step, NoteKind.FAILED, "", reason));
    }

    /** Keeps a note of a run. */
    public void add(long run, String step, NoteKind kind, String item, String reason) {
        em.createNativeQuery(INSERT)
                .setParameter(1, run)
                .setParameter(2, step)
                .setParameter(3, kind.name())
                .setParameter(4, cut(item, ITEM_MAX))
                .setParameter(5, cut(reason, REASON_MAX))
                .setParameter(6, SqlTime.text(clock.instant()))
                .setParameter(7, kind == NoteKind.SKIPPED ? MOST : MOST + MOST_OTHERS)
                .executeUpdate();
    }

    private static String cut(String text, int most) {
        String one = text == null ? "" : text;
        return one.length() > most ? one.substring(0, most - 1) + "…" : one;
    }
}
