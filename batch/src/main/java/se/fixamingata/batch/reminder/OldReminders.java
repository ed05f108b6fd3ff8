package se.fixamingata.batch.reminder;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import se.fixamingata.calendar.WorkingCalendar;
import se.fixamingata.reminder.ReminderAddresses;

/** Forgets in portions to whom mails went long ago. */
@Named
@Dependent
public class OldReminders extends AbstractBatchlet {

    private static final int PORTION = 1_000;

    @Inject
    ReminderAddresses addresses;

    @Inject
    Clock clock;

    private volatile boolean stopped;

    @Override
    public String process() {
        LocalDate today = WorkingCalendar.day(clock.instant());
        while (!stopped && addresses.forget(today, PORTION) == PORTION) {
            // Until nothing old is left.
        }
        return "COMPLETED";
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
