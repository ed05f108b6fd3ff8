package se.fixamingata.batch.frame;

import jakarta.batch.api.listener.JobListener;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import se.fixamingata.jobs.Jobs;
import se.fixamingata.jobs.RunStatus;

/** Tells the run's row that it has begun and how it ended. */
@Named
@Dependent
public class RunListener implements JobListener {

    private static final System.Logger LOG = System.getLogger(RunListener.class.getName());

    @Inject
    JobContext job;

    @Inject
    Jobs jobs;

    @Override
    public void beforeJob() {
        jobs.begun(job.getExecutionId());
    }

    @Override
    public void afterJob() {
        RunStatus how =
                switch (job.getBatchStatus()) {
                    case FAILED, ABANDONED -> RunStatus.FAILED;
                    case STOPPING, STOPPED -> RunStatus.STOPPED;
                    default -> RunStatus.COMPLETED;
                };
        jobs.over(job.getExecutionId(), how, null);
        LOG.log(System.Logger.Level.INFO, "Job {0} ended: {1}", job.getJobName(), how);
    }
}
