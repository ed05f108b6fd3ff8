package se.fixamingata.jobs;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import se.fixamingata.shared.SqlTime;

/** The runs of all jobs. Each call is a transaction of its own: what a chunk rolls back must not undo what is known of the run. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class JobRuns {

    private static final String BEGIN =
            "insert ignore into job_run (id, job, running, server_id, status, started_by, account_id, planned_at,"
                    + " parameters, restart_of, started_at) values (?1, ?2, ?2, ?3, 'RUNNING', ?4, ?5, ?6, ?7, ?8, ?9)";

    private static final String RESTARTABLE = "select 1 from job_run r where r.id = ?1"
            + " and r.status in ('FAILED', 'STOPPED', 'LOST') and r.execution_id is not null"
            + " and not exists (select 1 from job_run n where n.job = r.job and n.started_at >= r.started_at"
            + " and n.restart_of = r.id)";

    private static final String TO_STOP = "select r.* from job_run r where r.running is not null and r.server_id = ?1"
            + " and exists (select 1 from job_note n where n.run_id = r.id and n.kind = 'STOP')";

    private static final String DONE =
            "select coalesce(sum(done), 0), coalesce(sum(written_count), 0) from job_progress where run_id = ?1";

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    private final String server;

    /** For the container. */
    public JobRuns() {
        server = ThisServer.ID;
    }

    /** For tests: one server among several. */
    public JobRuns(EntityManager em, Clock clock, String server) {
        this.em = em;
        this.clock = clock;
        this.server = server;
    }

    /** Begins a run on this server, unless the job runs already. */
    public Optional<Long> begin(JobOrder order) {
        long id = ((Number)
                        em.createNativeQuery("select next value for job_number").getSingleResult())
                .longValue();
        int inserted = em.createNativeQuery(BEGIN)
                .setParameter(1, id)
                .setParameter(2, order.job())
                .setParameter(3, server)
                .setParameter(4, order.startedBy().name())
                .setParameter(5, order.accountId())
                .setParameter(6, order.plannedAt() == null ? null : SqlTime.text(order.plannedAt()))
                .setParameter(7, JobParameters.text(order.parameters()))
                .setParameter(8, order.restartOf())
                .setParameter(9, SqlTime.text(clock.instant()))
                .executeUpdate();
        return inserted == 1 ? Optional.of(id) : Optional.empty();
    }

    /** Remembers the batch runtime's number of it. */
    public void begunAs(long run, long execution) {
        Optional.ofNullable(em.find(JobRun.class, run)).ifPresent(one -> one.begunAs(execution));
    }

    /** Ends it. Whoever comes first says how: nothing happens when it has ended before. */
    public void end(long run, RunStatus how, String reason) {
        JobRun one = em.find(JobRun.class, run);
        if (one != null) {
            Object[] done =
                    (Object[]) em.createNativeQuery(DONE).setParameter(1, run).getSingleResult();
            one.end(how, reason, ((Number) done[0]).longValue(), ((Number) done[1]).longValue(), clock.instant());
        }
    }

    /**
     * Ends a run whose server went away.
     *
     * @return whether this call did: of several servers that see it, one goes on with its work
     */
    public boolean lose(long run) {
        JobRun one = em.find(JobRun.class, run, LockModeType.PESSIMISTIC_WRITE);
        if (one == null || !one.isRunning()) {
            return false;
        }
        end(run, RunStatus.LOST, null);
        return true;
    }

    /** Remembers since when nothing has moved; null when something does again. */
    public void hangs(long run, Instant since) {
        Optional.ofNullable(em.find(JobRun.class, run)).ifPresent(one -> one.hangs(since));
    }

    public Optional<JobRun> find(long run) {
        return Optional.ofNullable(em.find(JobRun.class, run));
    }

    /** The run that the batch runtime knows by that number. */
    public Optional<JobRun> byExecution(long execution) {
        return em.createNamedQuery("JobRun.byExecution", JobRun.class)
                .setParameter("execution", execution)
                .getResultStream()
                .findFirst();
    }

    /** Whether it ended early, and nothing has gone on with it. */
    public boolean isRestartable(long run) {
        return !em.createNativeQuery(RESTARTABLE)
                .setParameter(1, run)
                .getResultList()
                .isEmpty();
    }

    /** Those of this server that somebody wants to stop. */
    @SuppressWarnings("unchecked")
    public List<JobRun> toStop() {
        return em.createNativeQuery(TO_STOP, JobRun.class)
                .setParameter(1, server)
                .getResultList();
    }

    /** All that run now, on whatever server: one of each job at most. */
    public List<JobRun> running() {
        return em.createNamedQuery("JobRun.running", JobRun.class).getResultList();
    }

    /** Forgets a portion of those that ended before, with all that was noted of them; tells how many. */
    public int forget(Instant before, int most) {
        List<?> old = em.createNativeQuery("select id from job_run where ended_at < ?1 order by ended_at limit " + most)
                .setParameter(1, SqlTime.text(before))
                .getResultList();
        if (!old.isEmpty()) {
            String numbers = old.stream().map(String::valueOf).collect(Collectors.joining(","));
            em.createNativeQuery("delete from job_progress where run_id in (" + numbers + ")")
                    .executeUpdate();
            em.createNativeQuery("delete from job_run where id in (" + numbers + ")")
                    .executeUpdate();
        }
        em.createNativeQuery("delete from job_occasion where planned_at < ?1 limit " + most)
                .setParameter(1, SqlTime.text(before))
                .executeUpdate();
        return old.size();
    }

    public Optional<JobRun> running(String job) {
        return em.createNamedQuery("JobRun.runningJob", JobRun.class)
                .setParameter("job", job)
                .getResultStream()
                .findFirst();
    }

    /** The first run of that occasion in the timetable. */
    public Optional<JobRun> ofOccasion(String job, Instant planned) {
        return em.createNamedQuery("JobRun.ofOccasion", JobRun.class)
                .setParameter("job", job)
                .setParameter("planned", planned)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
