package se.fixamingata.jobs;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import se.fixamingata.shared.SqlTime;

/** How far each part of a run is, for the bar on the job desk and for seeing that one hangs. */
@Stateless
public class JobProgress {

    private static final String EXPECT = "insert into job_progress (run_id, step, part, total, done, written_count, at)"
            + " select id, ?2, ?3, ?4, 0, 0, ?5 from job_run where execution_id = ?1"
            + " on duplicate key update total = values(total), at = values(at)";

    private static final String DONE = "insert into job_progress (run_id, step, part, done, written_count, at)"
            + " select id, ?2, ?3, ?4, ?5, ?6 from job_run where execution_id = ?1"
            + " on duplicate key update done = values(done), written_count = values(written_count), at = values(at)";

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    private final String server;

    /** For the container. */
    public JobProgress() {
        server = ThisServer.ID;
    }

    /** For tests: one server among several. */
    public JobProgress(EntityManager em, Clock clock, String server) {
        this.em = em;
        this.clock = clock;
        this.server = server;
    }

    /**
     * Says how much there is to do in a part of a step; for readers, when they open.
     *
     * @param execution the batch runtime's number of the run, also in a partition
     * @param part the partition, 0 for a step without any
     * @param total how many items are left from here on
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void expect(long execution, String step, int part, long total) {
        em.createNativeQuery(EXPECT)
                .setParameter(1, execution)
                .setParameter(2, step)
                .setParameter(3, part)
                .setParameter(4, total)
                .setParameter(5, SqlTime.text(clock.instant()))
                .executeUpdate();
    }

    /**
     * Says how much is done, in the caller's transaction: what a chunk rolls back is not done.
     *
     * @param read how many items were read in this run
     * @param written how many of them were written
     * @throws JobTakenAway when this server was thought dead, and another one has the run's work now: the chunk is to be rolled back
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void done(long execution, String step, int part, long read, long written) {
        if (!isOurs(execution)) {
            throw new JobTakenAway(execution);
        }
        em.createNativeQuery(DONE)
                .setParameter(1, execution)
                .setParameter(2, step)
                .setParameter(3, part)
                .setParameter(4, read)
                .setParameter(5, written)
                .setParameter(6, SqlTime.text(clock.instant()))
                .executeUpdate();
    }

    private boolean isOurs(long execution) {
        return em.createNativeQuery(
                                "select 1 from job_run where execution_id = ?1 and server_id = ?2 and running is not null")
                        .setParameter(1, execution)
                        .setParameter(2, server)
                        .getResultList()
                        .size()
                == 1;
    }
}
