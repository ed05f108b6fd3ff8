package se.fixamingata.batch.statistics;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import se.fixamingata.jobs.JobProgress;
import se.fixamingata.statistics.NightlyFigures;

/** Codes of the municipalities of one half, ascending; the last one read is where a stopped job goes on. */
@Named
@Dependent
public class MunicipalityReader extends AbstractItemReader {

    @Inject
    NightlyFigures figures;

    @Inject
    JobProgress progress;

    @Inject
    JobContext job;

    @Inject
    StepContext step;

    @Inject
    @BatchProperty
    String cutOff;

    @Inject
    @BatchProperty
    String part;

    private String last;
    private Iterator<String> left;

    @Override
    public void open(Serializable checkpoint) {
        last = checkpoint == null ? "" : (String) checkpoint;
        int half = Integer.parseInt(part);
        List<String> codes = figures.municipalities(figures.building(cutOff), half == 0, last);
        progress.expect(job.getExecutionId(), step.getStepName(), half, codes.size());
        left = codes.iterator();
    }

    @Override
    public Object readItem() {
        if (!left.hasNext()) {
            return null;
        }
        last = left.next();
        return last;
    }

    @Override
    public Serializable checkpointInfo() {
        return last;
    }
}
