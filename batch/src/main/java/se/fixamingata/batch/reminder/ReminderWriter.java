package se.fixamingata.batch.reminder;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import se.fixamingata.batch.frame.OneByOne;
import se.fixamingata.reminder.ReminderAddress;
import se.fixamingata.reminder.Reminding;

/** Each address in a transaction of its own. */
@Named
@Dependent
public class ReminderWriter extends AbstractItemWriter {

    @Inject
    Reminding reminding;

    @Inject
    OneByOne oneByOne;

    @Inject
    JobContext job;

    @Inject
    StepContext step;

    @Override
    public void writeItems(List<Object> addresses) {
        oneByOne.each(job, step, addresses, ReminderAddress.class, reminding::remind);
    }
}
