package se.fixamingata.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Sweden's working days: Monday to Friday, except the days off. A day that something happens on does not count itself: what is due in one
 * working day is due on the next one. Safe for several threads.
 */
public final class WorkingCalendar {

    /** Where the days begin and end. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    private static final WorkingCalendar SWEDEN = new WorkingCalendar(read());

    private final List<DayOff> rules;
    private final Map<Integer, Set<LocalDate>> off = new ConcurrentHashMap<>();

    private WorkingCalendar(List<DayOff> rules) {
        this.rules = rules;
    }

    /** As the law has it since 2005; earlier years are not right. */
    public static WorkingCalendar ofSweden() {
        return SWEDEN;
    }

    /** The day that it is in Sweden at that moment. */
    public static LocalDate day(Instant moment) {
        return moment.atZone(ZONE).toLocalDate();
    }

    /** Whether people work on it: not on Saturdays, Sundays, holidays and the eves that count as such. */
    public boolean isWorking(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0
                && !off.computeIfAbsent(day.getYear(), this::daysOff).contains(day);
    }

    private Set<LocalDate> daysOff(int year) {
        return rules.stream().map(rule -> rule.in(year)).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The working day so many working days after that day, or before it when negative; that day itself, working or not, for 0.
     */
    public LocalDate plus(LocalDate day, int workingDays) {
        int step = Integer.signum(workingDays);
        LocalDate reached = day;
        for (int left = Math.abs(workingDays); left > 0; ) {
            reached = reached.plusDays(step);
            if (isWorking(reached)) {
                left--;
            }
        }
        return reached;
    }

    /** How many working days there are after the first day up to and with the second; negative when it lies before the first. */
    public int between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -between(to, from);
        }
        return (int) from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(this::isWorking)
                .count();
    }

    private static List<DayOff> read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                WorkingCalendar.class.getResourceAsStream("sweden.tsv"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(DayOff::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
