package se.fixamingata.jobs.timetable;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * An hour of the day on every day, on one day of the week or on one of the month, as people in Sweden read their clocks.
 *
 * <p>Nothing may be planned between 2 and 3: that hour is missing on the night when the clocks go forward, and comes twice when they go
 * back. All others are there exactly once a day, so that an occasion is one moment.
 */
public record CronTime(LocalTime time, Integer dayOfMonth, DayOfWeek dayOfWeek) {

    public static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    /** The 31st of a month comes at least every second month. */
    private static final int FAR = 62;

    private static final int CHANGING_HOUR = 2;

    public CronTime {
        if (time.getHour() == CHANGING_HOUR) {
            throw new IllegalArgumentException(
                    "Nothing runs between 2 and 3: that hour is missing on one night and comes twice on another");
        }
        if (dayOfMonth != null && (dayOfMonth < 1 || dayOfMonth > 31)) {
            throw new IllegalArgumentException("No day of a month: " + dayOfMonth);
        }
    }

    /** @param text minute, hour, day of the month and day of the week: {@code 10 3 * *}, {@code 0 8 1 *}, {@code 40 6 * MON} */
    public static CronTime parse(String text) {
        String[] parts = text.strip().split("\\s+");
        if (parts.length != 4) {
            throw new IllegalArgumentException("Not minute, hour, day of the month and day of the week: " + text);
        }
        try {
            return new CronTime(
                    LocalTime.of(Integer.parseInt(parts[1]), Integer.parseInt(parts[0])),
                    parts[2].equals("*") ? null : Integer.valueOf(parts[2]),
                    parts[3].equals("*") ? null : day(parts[3]));
        } catch (DateTimeException | NumberFormatException wrong) {
            throw new IllegalArgumentException("No such time: " + text, wrong);
        }
    }

    private static DayOfWeek day(String text) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().startsWith(text.toUpperCase(Locale.ROOT)) && text.length() == 3)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No day of the week: " + text));
    }

    /** The last occasion that is not after that moment; empty when there was none for two months, which cannot be. */
    public Optional<Instant> lastUntil(Instant now) {
        LocalDate today = now.atZone(ZONE).toLocalDate();
        for (int back = 0; back <= FAR; back++) {
            LocalDate date = today.minusDays(back);
            if (isOn(date) && !at(date).isAfter(now)) {
                return Optional.of(at(date));
            }
        }
        return Optional.empty();
    }

    /** The first occasion after that moment. */
    public Optional<Instant> nextAfter(Instant now) {
        LocalDate today = now.atZone(ZONE).toLocalDate();
        for (int ahead = 0; ahead <= FAR; ahead++) {
            LocalDate date = today.plusDays(ahead);
            if (isOn(date) && at(date).isAfter(now)) {
                return Optional.of(at(date));
            }
        }
        return Optional.empty();
    }

    private boolean isOn(LocalDate date) {
        return (dayOfMonth == null || dayOfMonth == date.getDayOfMonth())
                && (dayOfWeek == null || dayOfWeek == date.getDayOfWeek());
    }

    private Instant at(LocalDate date) {
        return date.atTime(time).atZone(ZONE).toInstant();
    }

    /** The midnight with which the day of that moment began: what a night's figures are counted until. */
    public static Instant midnightBefore(Instant moment) {
        return moment.atZone(ZONE).toLocalDate().atStartOfDay(ZONE).toInstant();
    }
}
