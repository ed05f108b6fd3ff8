package se.fixamingata.batch.frame;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.listener.ChunkListener;
import jakarta.batch.runtime.Metric;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import se.fixamingata.jobs.JobNotes;
import se.fixamingata.jobs.JobProgress;

/**
 * Says after each chunk, in its transaction, how many items were read and written; and keeps why a chunk failed. In a partitioned step each
 * partition has one of its own, told apart by the property {@code part}.
 */
@Named
@Dependent
public class ProgressListener implements ChunkListener {

    @Inject
    JobContext job;

    @Inject
    StepContext step;

    @Inject
    JobProgress progress;

    @Inject
    JobNotes notes;

    @Inject
    @BatchProperty(name = "part")
    String part;

    @Override
    public void beforeChunk() {
        // A chunk says what it has done when it has done it.
    }

    @Override
    public void afterChunk() {
        progress.done(
                job.getExecutionId(),
                step.getStepName(),
                Parts.number(part),
                metric(Metric.MetricType.READ_COUNT),
                metric(Metric.MetricType.WRITE_COUNT));
    }

    @Override
    public void onError(Exception failure) {
        notes.failed(job.getExecutionId(), step.getStepName(), Reasons.of(failure));
    }

    private long metric(Metric.MetricType type) {
        for (Metric metric : step.getMetrics()) {
            if (metric.getType() == type) {
                return metric.getValue();
            }
        }
        return 0;
    }
}
