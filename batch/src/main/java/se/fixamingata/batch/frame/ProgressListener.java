package se.fixamingata.batch.frame;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.listener.ChunkListener;
import jakarta.batch.api.chunk.listener.ItemReadListener;
import jakarta.batch.api.chunk.listener.ItemWriteListener;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import se.fixamingata.jobs.JobNotes;
import se.fixamingata.jobs.JobProgress;

/**
 * Says after each chunk, in its transaction, how many items were read and written; and keeps why a chunk failed. In a partitioned step each
 * partition has one of its own, told apart by the property {@code part}. Counted here and not taken from the step's metrics: those of a
 * chunk are added when it is committed, which is after it is said, so that the last chunk would be missing.
 */
@Named
@Dependent
public class ProgressListener implements ChunkListener, ItemReadListener, ItemWriteListener {

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

    private long read;
    private long written;
    private long readBefore;
    private long writtenBefore;

    @Override
    public void beforeChunk() {
        readBefore = read;
        writtenBefore = written;
    }

    @Override
    public void afterRead(Object item) {
        if (item != null) {
            read++;
        }
    }

    @Override
    public void afterWrite(List<Object> items) {
        written += items.size();
    }

    @Override
    public void afterChunk() {
        progress.done(job.getExecutionId(), step.getStepName(), Parts.number(part), read, written);
    }

    @Override
    public void onError(Exception failure) {
        // What is rolled back is read and written again.
        read = readBefore;
        written = writtenBefore;
        notes.failed(job.getExecutionId(), step.getStepName(), Reasons.of(failure));
    }

    @Override
    public void beforeRead() {
        // Counted when it is there.
    }

    @Override
    public void onReadError(Exception failure) {
        // The chunk says so.
    }

    @Override
    public void beforeWrite(List<Object> items) {
        // Counted when they are written.
    }

    @Override
    public void onWriteError(List<Object> items, Exception failure) {
        // The chunk says so.
    }
}
