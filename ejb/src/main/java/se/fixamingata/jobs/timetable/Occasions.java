package se.fixamingata.jobs.timetable;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import se.fixamingata.shared.SqlTime;

/** One row for each hour at which a job was due: who writes it first starts the job, and nobody else, ever. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Occasions {

    /** A server that has taken an occasion starts its job within seconds; after this it is thought to have died in between. */
    static final Duration STARTING = Duration.ofMinutes(2);

    private static final String TAKE_OVER =
            "update job_occasion set outcome = 'TAKEN', at = ?3 where job = ?1 and planned_at = ?2"
                    + " and (outcome = 'TAKEN' and at <= ?4 or outcome = 'STILL_RUNNING'"
                    + " and not exists (select 1 from job_run r where r.running = ?1))";

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    /** For the container. */
    public Occasions() {}

    /** For tests. */
    public Occasions(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    /** Takes the occasion, unless somebody has. */
    public boolean take(String job, Instant planned) {
        return insert(job, planned, Occasion.TAKEN) == 1;
    }

    /**
     * Takes an occasion anew whose server died before the job was started, or could not say so; and one at which the run before had not
     * ended, once it has.
     */
    public boolean takeOver(String job, Instant planned) {
        return em.createNativeQuery(TAKE_OVER)
                        .setParameter(1, job)
                        .setParameter(2, SqlTime.text(planned))
                        .setParameter(3, SqlTime.text(clock.instant()))
                        .setParameter(4, SqlTime.text(clock.instant().minus(STARTING)))
                        .executeUpdate()
                == 1;
    }

    /** Notes an occasion that is too long ago, unless it was taken or the job has never run: then it is simply new here. */
    public boolean miss(String job, Instant planned) {
        boolean known = !em.createNativeQuery("select 1 from job_occasion where job = ?1 limit 1")
                .setParameter(1, job)
                .getResultList()
                .isEmpty();
        return known && insert(job, planned, Occasion.MISSED) == 1;
    }

    public void settle(String job, Instant planned, Occasion outcome, Long run) {
        em.createNativeQuery(
                        "update job_occasion set outcome = ?3, run_id = ?4, at = ?5 where job = ?1 and planned_at = ?2")
                .setParameter(1, job)
                .setParameter(2, SqlTime.text(planned))
                .setParameter(3, outcome.name())
                .setParameter(4, run)
                .setParameter(5, SqlTime.text(clock.instant()))
                .executeUpdate();
    }

    private int insert(String job, Instant planned, Occasion outcome) {
        return em.createNativeQuery(
                        "insert ignore into job_occasion (job, planned_at, outcome, at) values (?1, ?2, ?3, ?4)")
                .setParameter(1, job)
                .setParameter(2, SqlTime.text(planned))
                .setParameter(3, outcome.name())
                .setParameter(4, SqlTime.text(clock.instant()))
                .executeUpdate();
    }
}
