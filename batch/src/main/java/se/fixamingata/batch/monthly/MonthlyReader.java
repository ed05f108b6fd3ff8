package se.fixamingata.batch.monthly;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import se.fixamingata.jobs.JobProgress;
import se.fixamingata.monthly.MonthlyLetters;
import se.fixamingata.monthly.MunicipalityMonth;

/**
 * Live municipalities by their codes, ascending; the last one read is where a stopped job goes on. Fails when there are no figures of the
 * whole month.
 */
@Named
@Dependent
public class MonthlyReader extends AbstractItemReader {

    @Inject
    @BatchProperty(name = "cutOff")
    String cutOff;

    @Inject
    MonthlyLetters letters;

    @Inject
    JobContext job;

    @Inject
    StepContext step;

    @Inject
    JobProgress progress;

    private String last = "";
    private Iterator<MunicipalityMonth> all;

    @Override
    public void open(Serializable checkpoint) {
        last = checkpoint == null ? "" : (String) checkpoint;
        YearMonth month = MonthlyLetters.month(Instant.parse(cutOff));
        Optional<String> obstacle = letters.obstacle(month);
        if (obstacle.isPresent()) {
            // Thrown here and not in the bean: a transaction that it has marked takes no note of the reason.
            throw new IllegalStateException(obstacle.get());
        }
        List<MunicipalityMonth> left = letters.after(last, month);
        progress.expect(job.getExecutionId(), step.getStepName(), 0, left.size());
        all = left.iterator();
    }

    @Override
    public Object readItem() {
        if (!all.hasNext()) {
            return null;
        }
        MunicipalityMonth next = all.next();
        last = next.municipality();
        return next;
    }

    @Override
    public Serializable checkpointInfo() {
        return last;
    }
}
