package se.fixamingata.jobs;

import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.JobSecurityException;
import jakarta.batch.operations.NoSuchJobException;
import jakarta.batch.operations.NoSuchJobExecutionException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Properties;

/** The batch runtime, behind the few calls that we make: tests stand something else in its place. */
@ApplicationScoped
public class BatchDoor {

    /** @throws BatchRuntimeException when there is no such job, or its definition is wrong */
    public long start(String job, Properties parameters) {
        return operator().start(job, parameters);
    }

    /** @throws BatchRuntimeException when there is nothing to go on with */
    public long restart(long execution, Properties parameters) {
        return operator().restart(execution, parameters);
    }

    /** Asks it to stop after its chunk; nothing happens when it is not running here. */
    public boolean stop(long execution) {
        try {
            operator().stop(execution);
            return true;
        } catch (BatchRuntimeException notRunning) {
            return false;
        }
    }

    /** How the runtime thinks it is doing; empty when it has never heard of it. */
    public Optional<BatchStatus> status(long execution) {
        try {
            return Optional.of(operator().getJobExecution(execution).getBatchStatus());
        } catch (NoSuchJobExecutionException | JobSecurityException unknown) {
            return Optional.empty();
        }
    }

    /** Whether this server works on it; what the runtime's store says of it may be older than an outage of the database. */
    public boolean isAtWork(String job, long execution) {
        try {
            return operator().getRunningExecutions(job).contains(execution);
        } catch (NoSuchJobException noneIs) {
            return false;
        }
    }

    public Properties parameters(long execution) {
        return operator().getParameters(execution);
    }

    private static JobOperator operator() {
        return BatchRuntime.getJobOperator();
    }
}
