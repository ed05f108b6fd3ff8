package se.fixamingata.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against lists that others have published: the file says whose. */
class WorkingCalendarTest {

    private final WorkingCalendar calendar = WorkingCalendar.ofSweden();

    @Test
    void knowsEveryDayOffFrom2020To2040AndNoOther() throws IOException {
        Set<LocalDate> published = published();
        assertThat(published).hasSize(21 * 16);
        List<LocalDate> wrong = LocalDate.of(2020, 1, 1)
                .datesUntil(LocalDate.of(2041, 1, 1))
                .filter(day -> calendar.isWorking(day)
                        != (day.getDayOfWeek() != DayOfWeek.SATURDAY
                                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                                && !published.contains(day)))
                .toList();
        assertThat(wrong).isEmpty();
    }

    private static Set<LocalDate> published() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                WorkingCalendarTest.class.getResourceAsStream("sweden-2020-2040.tsv"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> LocalDate.parse(line.split("\t")[0]))
                    .collect(Collectors.toSet());
        }
    }

    /** Easter at its earliest and latest, and where simpler rules go wrong: Meeus prints these as examples. */
    @ParameterizedTest
    @CsvSource({
        "1818-03-22",
        "1943-04-25",
        "1954-04-18",
        "1991-03-31",
        "1992-04-19",
        "1993-04-11",
        "2000-04-23",
        "2038-04-25"
    })
    void knowsEaster(LocalDate sunday) {
        assertThat(Easter.sunday(sunday.getYear())).isEqualTo(sunday);
    }

    @ParameterizedTest
    @CsvSource({
        // An ordinary week.
        "2026-03-02, 1, 2026-03-03",
        "2026-03-06, 1, 2026-03-09",
        "2026-03-07, 1, 2026-03-09",
        "2026-03-02, 5, 2026-03-09",
        // Over Easter: Good Friday the 3rd and Easter Monday the 6th of April.
        "2026-04-02, 1, 2026-04-07",
        // Over Christmas: the eve is a Thursday; the 31st is off, and New Year's Day.
        "2026-12-23, 1, 2026-12-28",
        "2026-12-23, 4, 2027-01-04",
        // Over Midsummer: the eve is the 19th.
        "2026-06-18, 1, 2026-06-22",
        // Backwards.
        "2026-04-07, -1, 2026-04-02",
        "2026-03-07, -1, 2026-03-06",
        "2026-03-07, 0, 2026-03-07"
    })
    void addsWorkingDays(LocalDate day, int days, LocalDate reached) {
        assertThat(calendar.plus(day, days)).isEqualTo(reached);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02, 2026-03-02, 0",
        "2026-03-02, 2026-03-09, 5",
        "2026-03-06, 2026-03-08, 0",
        "2026-04-02, 2026-04-07, 1",
        "2026-03-09, 2026-03-02, -5",
        // Working days of 2021 as published: 253.
        "2020-12-31, 2021-12-31, 253"
    })
    void countsWorkingDays(LocalDate from, LocalDate to, int days) {
        assertThat(calendar.between(from, to)).isEqualTo(days);
    }

    @Test
    void countsBackWhatItAdds() {
        LocalDate day = LocalDate.of(2026, 1, 1);
        for (int i = 0; i < 730; i++) {
            for (int days : new int[] {1, 5, 30}) {
                LocalDate reached = calendar.plus(day.plusDays(i), days);
                assertThat(calendar.isWorking(reached)).isTrue();
                assertThat(calendar.between(day.plusDays(i), reached)).isEqualTo(days);
            }
        }
    }

    /** In summer the Swedish day begins at 22:00 UTC, in winter at 23:00. */
    @ParameterizedTest
    @CsvSource({
        "2026-07-01T21:59:59Z, 2026-07-01",
        "2026-07-01T22:00:00Z, 2026-07-02",
        "2026-12-01T22:59:59Z, 2026-12-01",
        "2026-12-01T23:00:00Z, 2026-12-02",
        "2026-03-28T23:30:00Z, 2026-03-29",
        "2026-10-25T22:30:00Z, 2026-10-25"
    })
    void knowsTheDayOfAMoment(Instant moment, LocalDate day) {
        assertThat(WorkingCalendar.day(moment)).isEqualTo(day);
    }

    @Test
    void refusesDataThatItDoesNotUnderstand() {
        assertThatThrownBy(() -> DayOff.parse("moon\t3\tFullmåne")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DayOff.parse("fixed 01-01 Nyårsdagen")).isInstanceOf(IllegalArgumentException.class);
    }
}
