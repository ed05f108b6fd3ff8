package se.fixamingata.jobs;

import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobSecurityException;
import jakarta.batch.runtime.BatchStatus;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Starts jobs of the batch module, of each one at a time in the whole cluster, and tells how they went. The batch runtime makes its own
 * transactions, hence none here.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Jobs {

    private static final System.Logger LOG = System.getLogger(Jobs.class.getName());

    @Inject
    JobRuns runs;

    @Inject
    BatchDoor batch;

    /** For the container. */
    public Jobs() {}

    /** For tests. */
    public Jobs(JobRuns runs, BatchDoor batch) {
        this.runs = runs;
        this.batch = batch;
    }

    /**
     * Starts a job and returns at once.
     *
     * @param job the name of its definition, for example {@code delete-unconfirmed-reports}
     * @param parameters for the job, by name; short, and without {@code =} and {@code ;}
     */
    public JobStart start(String job, Map<String, String> parameters) {
        return start(JobOrder.now(job, parameters));
    }

    /** As {@link #start(String, Map)}, with why and for whom. */
    public JobStart start(JobOrder order) {
        return begin(order, parameters -> batch.start(order.job(), parameters));
    }

    /** Goes on with a run that ended early, with its parameters, and at its checkpoint when this deployment started it. */
    public JobStart restart(JobRun run, StartedBy why, Long accountId) {
        if (run.isRunning()) {
            return new JobStart.AlreadyRunning(run.id());
        }
        if (run.executionId() == null || run.status() == RunStatus.COMPLETED) {
            return new JobStart.NotStarted("There is nothing to go on with");
        }
        JobOrder order = new JobOrder(run.job(), run.parameters(), why, accountId, run.plannedAt(), run.id());
        return begin(order, parameters -> goOn(run, parameters));
    }

    /**
     * The runtime lets only the deployment restart an execution that started it: not another server, and not this one deployed anew. Then
     * the job begins from its beginning, with the same parameters; every job may do its work twice.
     */
    private long goOn(JobRun run, Properties parameters) {
        try {
            return batch.restart(run.executionId(), parameters);
        } catch (JobSecurityException anothers) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "Run {0} of job {1} was another deployment''s, and begins anew",
                    String.valueOf(run.id()),
                    run.job());
            return batch.start(run.job(), parameters);
        }
    }

    /** Begins anew with what a run wanted that never came to its first step. */
    public JobStart startAnew(JobRun run, StartedBy why) {
        JobOrder order = new JobOrder(run.job(), run.parameters(), why, null, run.plannedAt(), run.id());
        return begin(order, parameters -> batch.start(run.job(), parameters));
    }

    /** Asks a run to stop after its chunk, when this server runs it; otherwise nothing happens. */
    public void stop(JobRun run) {
        if (run.executionId() != null && run.serverId().equals(ThisServer.ID)) {
            batch.stop(run.executionId());
        }
    }

    private JobStart begin(JobOrder order, Start start) {
        Optional<Long> begun = runs.begin(order);
        if (begun.isEmpty()) {
            // It may have ended in between; then the next wish comes true.
            long other = runs.running(order.job()).map(JobRun::id).orElse(0L);
            return new JobStart.AlreadyRunning(other);
        }
        long run = begun.get();
        long execution;
        try {
            execution = start.now(JobParameters.of(order.parameters(), run));
        } catch (BatchRuntimeException refused) {
            runs.end(run, RunStatus.FAILED, refused.getMessage());
            LOG.log(System.Logger.Level.ERROR, "Job " + order.job() + " does not start", refused);
            return new JobStart.NotStarted(refused.getMessage());
        } catch (RuntimeException away) {
            runs.end(run, RunStatus.FAILED, away.toString());
            throw away;
        }
        runs.begunAs(run, execution);
        LOG.log(
                System.Logger.Level.INFO,
                "Job {0} started as {1}, execution {2}",
                order.job(),
                String.valueOf(run),
                String.valueOf(execution));
        return new JobStart.Started(run, execution);
    }

    /** Tells the run's row that the batch runtime has begun with it; for the listener of all jobs. */
    public void begun(long execution) {
        String run = batch.parameters(execution).getProperty(JobParameters.RUN);
        if (run != null) {
            runs.begunAs(Long.parseLong(run), execution);
        }
    }

    /** Tells the run's row that it is over; for the listener of all jobs. */
    public void over(long execution, RunStatus how, String reason) {
        runs.byExecution(execution).ifPresent(run -> runs.end(run.id(), how, reason));
    }

    /** How an execution is doing, or how it ended; empty when the runtime does not know it. */
    public Optional<BatchStatus> status(long execution) {
        return batch.status(execution);
    }

    /** Whether this server works on that execution of the job. */
    public boolean isAtWork(String job, long execution) {
        return batch.isAtWork(job, execution);
    }

    private interface Start {
        long now(Properties parameters);
    }
}
