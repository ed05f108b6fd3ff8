package se.fixamingata.batch.frame;

import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Consumer;
import se.fixamingata.jobs.JobNotes;
import se.fixamingata.shared.DatabaseAway;

/**
 * Writes items one by one, for writers whose items have nothing to do with each other: a bad one is left out and noted, and the others go
 * on. What each is given to must be a transaction of its own, and must be safe to repeat, since a chunk that was killed is done again.
 */
@Dependent
public class OneByOne {

    /** More of them in one execution is no bad item but a bad day: the step fails, and says so. */
    static final int MOST = 1000;

    private final JobNotes notes;
    private int skipped;

    @Inject
    public OneByOne(JobNotes notes) {
        this.notes = notes;
    }

    /**
     * Gives each to the work.
     *
     * @param items of the chunk
     * @param type what they are
     * @param work a transaction of its own for each
     */
    public <T> void each(JobContext job, StepContext step, List<Object> items, Class<T> type, Consumer<T> work) {
        for (Object item : items) {
            try {
                work.accept(type.cast(item));
            } catch (RuntimeException bad) {
                leaveOut(job, step, item, bad);
            }
        }
    }

    private void leaveOut(JobContext job, StepContext step, Object item, RuntimeException bad) {
        if (DatabaseAway.in(bad).isPresent() || ++skipped > MOST) {
            throw bad;
        }
        notes.skipped(job.getExecutionId(), step.getStepName(), String.valueOf(item), Reasons.of(bad));
    }
}
