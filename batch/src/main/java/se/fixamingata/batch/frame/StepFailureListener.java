package se.fixamingata.batch.frame;

import jakarta.batch.api.listener.AbstractStepListener;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import se.fixamingata.jobs.JobNotes;

/** Keeps why a step failed, for whoever looks at the run. */
@Named
@Dependent
public class StepFailureListener extends AbstractStepListener {

    @Inject
    JobContext job;

    @Inject
    StepContext step;

    @Inject
    JobNotes notes;

    @Override
    public void afterStep() {
        Exception failure = step.getException();
        if (failure != null) {
            notes.failed(job.getExecutionId(), step.getStepName(), Reasons.of(failure));
        }
    }
}
