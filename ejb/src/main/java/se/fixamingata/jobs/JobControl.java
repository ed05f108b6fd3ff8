package se.fixamingata.jobs;

import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.Properties;

/** Starts jobs of the batch module and tells how they went. The batch runtime makes its own transactions, hence none here. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobControl {

    private static final System.Logger LOG = System.getLogger(JobControl.class.getName());

    /**
     * Starts a job and returns at once.
     *
     * @param job the name of its definition, for example {@code delete-unconfirmed-reports}
     * @return the number of the execution
     * @throws jakarta.batch.operations.JobStartException when there is no such job
     */
    public long start(String job) {
        long execution = operator().start(job, new Properties());
        LOG.log(System.Logger.Level.INFO, "Job {0} started, execution {1}", job, String.valueOf(execution));
        return execution;
    }

    /** How an execution is doing, or how it ended. */
    public BatchStatus status(long execution) {
        return operator().getJobExecution(execution).getBatchStatus();
    }

    private static JobOperator operator() {
        return BatchRuntime.getJobOperator();
    }
}
