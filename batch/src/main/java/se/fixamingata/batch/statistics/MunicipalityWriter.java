package se.fixamingata.batch.statistics;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import se.fixamingata.batch.frame.Reasons;
import se.fixamingata.jobs.JobNotes;
import se.fixamingata.shared.DatabaseAway;
import se.fixamingata.statistics.Night;
import se.fixamingata.statistics.NightlyFigures;

/**
 * Counts municipalities, each in a transaction of its own. What fails is tried once more, since two that wait for each other's rows are
 * parted by one of them failing; what fails again is left out and noted, and keeps its old figures.
 */
@Named
@Dependent
public class MunicipalityWriter extends AbstractItemWriter {

    /** More than these in one half are no bad rows: something is wrong with the counting itself. */
    private static final int MOST = 20;

    @Inject
    NightlyFigures figures;

    @Inject
    JobNotes notes;

    @Inject
    JobContext job;

    @Inject
    StepContext step;

    @Inject
    @BatchProperty
    String cutOff;

    private Night night;
    private int skipped;

    @Override
    public void open(Serializable checkpoint) {
        night = figures.building(cutOff);
    }

    @Override
    public void writeItems(List<Object> codes) {
        codes.forEach(code -> count((String) code));
    }

    private void count(String code) {
        try {
            figures.count(night, code);
        } catch (RuntimeException once) {
            again(code);
        }
    }

    private void again(String code) {
        try {
            figures.count(night, code);
        } catch (RuntimeException bad) {
            if (DatabaseAway.in(bad).isPresent() || ++skipped > MOST) {
                throw bad;
            }
            String reason = Reasons.of(bad);
            figures.skip(night, code, reason);
            notes.skipped(job.getExecutionId(), step.getStepName(), code, reason);
        }
    }
}
