package se.fixamingata.batch.reminder;

import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import se.fixamingata.jobs.JobProgress;
import se.fixamingata.reminder.ReminderAddress;
import se.fixamingata.reminder.ReminderAddresses;
import se.fixamingata.reminder.ReminderMorning;

/** Addresses that may have to be reminded, ascending, and none on a day off; the last one read is where a stopped job goes on. */
@Named
@Dependent
public class ReminderReader extends AbstractItemReader {

    @Inject
    ReminderAddresses addresses;

    @Inject
    JobContext job;

    @Inject
    StepContext step;

    @Inject
    JobProgress progress;

    @Inject
    Clock clock;

    private Optional<LocalDate> morning = Optional.empty();
    private String last = "";
    private Iterator<ReminderAddress> page = List.<ReminderAddress>of().iterator();

    @Override
    public void open(Serializable checkpoint) {
        last = checkpoint == null ? "" : (String) checkpoint;
        morning = ReminderMorning.at(clock.instant());
        progress.expect(job.getExecutionId(), step.getStepName(), 0, morning.isPresent() ? addresses.left(last) : 0);
    }

    @Override
    public Object readItem() {
        if (!page.hasNext() && morning.isPresent()) {
            page = addresses.next(morning.get(), last).iterator();
        }
        if (!page.hasNext()) {
            return null;
        }
        ReminderAddress next = page.next();
        last = next.email();
        return next;
    }

    @Override
    public Serializable checkpointInfo() {
        return last;
    }
}
