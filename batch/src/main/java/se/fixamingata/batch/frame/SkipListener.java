package se.fixamingata.batch.frame;

import jakarta.batch.api.chunk.listener.SkipProcessListener;
import jakarta.batch.api.chunk.listener.SkipReadListener;
import jakarta.batch.api.chunk.listener.SkipWriteListener;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import se.fixamingata.jobs.JobNotes;

/** Keeps which items the runtime left out, and why. An item tells itself by its {@code toString}: a number or a code, nothing personal. */
@Named
@Dependent
public class SkipListener implements SkipReadListener, SkipProcessListener, SkipWriteListener {

    @Inject
    JobContext job;

    @Inject
    StepContext step;

    @Inject
    JobNotes notes;

    @Override
    public void onSkipReadItem(Exception failure) {
        note("", failure);
    }

    @Override
    public void onSkipProcessItem(Object item, Exception failure) {
        note(String.valueOf(item), failure);
    }

    @Override
    public void onSkipWriteItem(List<Object> items, Exception failure) {
        items.forEach(item -> note(String.valueOf(item), failure));
    }

    private void note(String item, Exception failure) {
        notes.skipped(job.getExecutionId(), step.getStepName(), item, Reasons.of(failure));
    }
}
