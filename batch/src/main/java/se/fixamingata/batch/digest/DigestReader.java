package se.fixamingata.batch.digest;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import se.fixamingata.digest.DigestComposing;
import se.fixamingata.digest.DigestRound;
import se.fixamingata.digest.DigestRounds;
import se.fixamingata.jobs.JobProgress;
import se.fixamingata.subscription.Frequency;

/** Numbers of the mails that a round may have, ascending; the last one read is where a stopped job goes on. */
@Named
@Dependent
public class DigestReader extends AbstractItemReader {

    @Inject
    @BatchProperty(name = "frequency")
    String frequency;

    @Inject
    @BatchProperty(name = "cutOff")
    String cutOff;

    @Inject
    DigestRounds rounds;

    @Inject
    JobContext job;

    @Inject
    StepContext step;

    @Inject
    JobProgress progress;

    private DigestRound round;
    private long last;
    private Iterator<Long> page = List.<Long>of().iterator();

    @Override
    public void open(Serializable checkpoint) {
        last = checkpoint == null ? 0 : (Long) checkpoint;
        Frequency often = Frequency.find(frequency).orElseThrow();
        round = rounds.begin(often, often.cutOff(Instant.parse(cutOff)));
        progress.expect(job.getExecutionId(), step.getStepName(), 0, rounds.left(round));
    }

    @Override
    public Object readItem() {
        if (!page.hasNext() && !round.finished()) {
            page = rounds.next(round, last, DigestComposing.PORTION).iterator();
        }
        if (!page.hasNext()) {
            rounds.finish(round);
            return null;
        }
        last = page.next();
        return last;
    }

    @Override
    public Serializable checkpointInfo() {
        return last;
    }
}
