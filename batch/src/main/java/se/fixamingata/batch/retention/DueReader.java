package se.fixamingata.batch.retention;

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
import se.fixamingata.jobs.JobProgress;
import se.fixamingata.retention.RetentionNight;
import se.fixamingata.retention.RetentionRule;
import se.fixamingata.retention.RetentionWork;
import se.fixamingata.shared.PageMark;

/** Numbers of what one rule takes that night, oldest first; the place of the last one read is where a stopped job goes on. */
@Named
@Dependent
public class DueReader extends AbstractItemReader {

    private static final int PAGE = 500;

    @Inject
    RetentionWork work;

    @Inject
    JobProgress progress;

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

    private RetentionRule one;
    private RetentionNight night;
    private PageMark last;
    private Iterator<PageMark> page = List.<PageMark>of().iterator();

    @Override
    public void open(Serializable checkpoint) {
        one = RetentionRule.find(rule).orElseThrow();
        night = work.night(Instant.parse(cutOff));
        last = checkpoint == null ? null : PageMark.parse((String) checkpoint).orElseThrow();
        progress.expect(job.getExecutionId(), step.getStepName(), 0, work.count(one, night));
    }

    @Override
    public Object readItem() {
        if (!page.hasNext()) {
            page = work.next(one, night, last, PAGE).iterator();
            if (!page.hasNext()) {
                return null;
            }
        }
        last = page.next();
        return last.id();
    }

    @Override
    public Serializable checkpointInfo() {
        return last == null ? null : last.text();
    }
}
