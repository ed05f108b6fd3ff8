package se.fixamingata.deadline;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import se.fixamingata.calendar.WorkingCalendar;

/** How a day by which something is to be done lies to today. Each excludes the others. */
public enum Lateness {
    /** It has not passed, and at most {@link #SOON_DAYS} working days are left after today. */
    SOON,
    /** It has passed, at most {@link #LATE_DAYS} working days ago. */
    LATE,
    /** It passed longer ago. */
    VERY_LATE;

    public static final int SOON_DAYS = 2;
    public static final int LATE_DAYS = 10;

    private static final WorkingCalendar CALENDAR = WorkingCalendar.ofSweden();

    /**
     * The days that are meant, first and last included.
     *
     * @param first null when it begins with the beginning of time
     */
    public record Span(LocalDate first, LocalDate last) {

        boolean contains(LocalDate day) {
            return (first == null || !day.isBefore(first)) && !day.isAfter(last);
        }
    }

    /** On which days a deadline that is so today lies; so that a database can tell by comparing. */
    public Span span(LocalDate today) {
        // The first working day of those that may have passed: what was due before it is very late.
        LocalDate first = CALENDAR.plus(today.plusDays(1), -LATE_DAYS - 1);
        return switch (this) {
            case SOON -> new Span(today, lastSoon(today));
            case LATE -> new Span(first, today.minusDays(1));
            case VERY_LATE -> new Span(null, first.minusDays(1));
        };
    }

    /** The days off that follow the last working day are no further away than it. */
    private static LocalDate lastSoon(LocalDate today) {
        return CALENDAR.plus(today, SOON_DAYS + 1).minusDays(1);
    }

    /** How late that is; empty when there is time left, or no such day. */
    public static Optional<Lateness> of(LocalDate dueOn, LocalDate today) {
        return dueOn == null
                ? Optional.empty()
                : Arrays.stream(values())
                        .filter(one -> one.span(today).contains(dueOn))
                        .findFirst();
    }

    /** In addresses, message keys and names of styles. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Lateness> find(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
