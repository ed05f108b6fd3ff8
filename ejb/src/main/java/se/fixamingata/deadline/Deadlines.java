package se.fixamingata.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import se.fixamingata.calendar.WorkingCalendar;
import se.fixamingata.report.DueDates;
import se.fixamingata.report.Report;
import se.fixamingata.report.StatusGroup;

/** The one door to a report's deadlines. */
@ApplicationScoped
public class Deadlines {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.ofSweden();

    @Inject
    DeadlineRules rules;

    @Inject
    Clock clock;

    /** For the container. */
    public Deadlines() {}

    /** For tests. */
    public Deadlines(DeadlineRules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Sets by when the report is to be answered and solved, from what it is now: whose, which category, open or not, waiting for its reporter
     * or not. Called by whoever has changed any of that, in the same transaction, after the change; again without a change it does nothing.
     */
    public void settle(Report report) {
        if (!report.isConfirmed()) {
            return;
        }
        LocalDate today = WorkingCalendar.day(clock.instant());
        boolean open = report.status().group() == StatusGroup.OPEN;
        DueDates due = report.dueDates();
        if (due.from() == null) {
            due.start(WorkingCalendar.day(report.confirmedAt()));
        } else if (open && due.stoppedOn() != null) {
            due.start(today);
        }
        wait(report, open, today);
        if (!open && due.stoppedOn() == null) {
            due.stop(today);
        }
        DueDays days = rules.of(report.authorityCode(), report.categoryCode());
        due.fall(
                CALENDAR.plus(due.from(), days.answer() + due.pausedDays()),
                CALENDAR.plus(due.from(), days.solve() + due.pausedDays()));
    }

    /** All days of the wait count as lost from its first one on; what was not needed of them is given back when it ends early. */
    private static void wait(Report report, boolean open, LocalDate today) {
        DueDates due = report.dueDates();
        LocalDate until = open && report.caseFile().waitingUntil() != null
                ? WorkingCalendar.day(report.caseFile().waitingUntil())
                : null;
        if (Objects.equals(until, due.pausedUntil())) {
            return;
        }
        if (due.pausedUntil() != null) {
            due.resume(Math.max(0, CALENDAR.between(today, due.pausedUntil())));
        }
        if (until != null) {
            due.pause(today, until, Math.max(0, CALENDAR.between(today, until)));
        }
    }
}
