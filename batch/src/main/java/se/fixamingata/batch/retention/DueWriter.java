package se.fixamingata.batch.retention;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import se.fixamingata.batch.frame.OneByOne;
import se.fixamingata.retention.RetentionNight;
import se.fixamingata.retention.RetentionRule;
import se.fixamingata.retention.RetentionWork;

/** Takes a portion in the chunk's transaction; accounts each in its own, since one takes much along. */
@Named
@Dependent
public class DueWriter extends AbstractItemWriter {

    @Inject
    RetentionWork work;

    @Inject
    OneByOne oneByOne;

    @Inject
    JobContext job;

    @Inject
    StepContext step;

    @Inject
    @BatchProperty(name = "rule")
    String rule;

    @Inject
    @BatchProperty(name = "cutOff")
    String cutOff;

    @Override
    public void writeItems(List<Object> numbers) {
        RetentionRule one = RetentionRule.find(rule).orElseThrow();
        RetentionNight night = work.night(Instant.parse(cutOff));
        if (one == RetentionRule.ACCOUNT) {
            oneByOne.each(job, step, numbers, Long.class, id -> work.takeOne(one, night, id));
        } else {
            work.take(one, night, numbers.stream().map(Long.class::cast).toList());
        }
    }
}
