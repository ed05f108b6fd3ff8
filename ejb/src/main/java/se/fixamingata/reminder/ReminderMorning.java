package se.fixamingata.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import se.fixamingata.calendar.WorkingCalendar;
import se.fixamingata.jobs.timetable.CronTime;

/** On which days anybody is reminded: on working days, when the job comes round. */
public final class ReminderMorning {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.ofSweden();

    /** Longer than any holiday. */
    private static final int FAR = 62;

    private ReminderMorning() {}

    /** The day on which reminders are sent at that moment; empty on a day off. */
    public static Optional<LocalDate> at(Instant now) {
        return Optional.of(WorkingCalendar.day(now)).filter(CALENDAR::isWorking);
    }

    /**
     * The next one after that moment.
     *
     * @param hour when the job runs; empty when it only runs by hand
     */
    public static LocalDate next(Instant now, Optional<CronTime> hour) {
        Optional<Instant> occasion = hour.flatMap(time -> time.nextAfter(now));
        for (int i = 0; i < FAR && occasion.isPresent(); i++) {
            Optional<LocalDate> day = at(occasion.get());
            if (day.isPresent()) {
                return day.get();
            }
            occasion = hour.get().nextAfter(occasion.get());
        }
        return CALENDAR.plus(WorkingCalendar.day(now), 1);
    }

    /** Who was reminded on that day or before may be reminded again. */
    static LocalDate lastBefore(LocalDate day, int workingDays) {
        return CALENDAR.plus(day, -workingDays);
    }
}
