package se.fixamingata.jobs.timetable;

import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimetableTest {

    @Test
    void theShippedOneNamesEachJobOnce() {
        List<String> jobs = Timetable.asShipped().entries().stream()
                .map(TimetableEntry::job)
                .toList();
        assertThat(jobs).contains("delete-unconfirmed-reports").doesNotHaveDuplicates();
    }

    /** From noon to noon around the changes of five years, whatever each line's hour is. */
    @Test
    void theShippedOneHasOneOccasionOfADailyJobOnTheNightsWhenTheClocksChange() {
        for (TimetableEntry entry : Timetable.asShipped().entries()) {
            CronTime when = entry.when().orElseThrow();
            if (when.dayOfMonth() != null || when.dayOfWeek() != null) {
                continue;
            }
            for (int year = 2026; year <= 2030; year++) {
                for (Month month : List.of(Month.MARCH, Month.OCTOBER)) {
                    LocalDate sunday = LocalDate.of(year, month, 31).with(TemporalAdjusters.previousOrSame(SUNDAY));
                    Instant noon = sunday.minusDays(1)
                            .atTime(12, 0)
                            .atZone(CronTime.ZONE)
                            .toInstant();
                    Instant end = sunday.atTime(12, 0).atZone(CronTime.ZONE).toInstant();
                    assertThat(Duration.between(noon, end)).hasHours(month == Month.MARCH ? 23 : 25);
                    Instant next = when.nextAfter(noon).orElseThrow();
                    assertThat(next).as(entry.job()).isBefore(end);
                    assertThat(LocalTime.ofInstant(next, CronTime.ZONE))
                            .as("by the clock on the wall")
                            .isEqualTo(when.time());
                    assertThat(when.nextAfter(next).orElseThrow())
                            .as(entry.job())
                            .isAfter(end);
                    assertThat(CronTime.midnightBefore(next)
                                    .atZone(CronTime.ZONE)
                                    .toLocalDate())
                            .isEqualTo(sunday);
                }
            }
        }
    }

    @Test
    void aLineIsAJob() {
        Timetable timetable = timetable(Optional.empty());
        assertThat(timetable.entries()).hasSize(1);
        TimetableEntry entry = timetable.find("statistics").orElseThrow();
        assertThat(entry.when().orElseThrow().time()).isEqualTo(LocalTime.of(3, 10));
        assertThat(entry.catchUp()).isEqualTo(Duration.ofHours(20));
        assertThat(entry.hangsAfter()).isEqualTo(Duration.ofMinutes(30));
        assertThat(entry.cutOff()).isTrue();
        assertThat(timetable.find("other")).isEmpty();
    }

    @Test
    void theOperatorHasTheLastWord() {
        assertThat(timetable(Optional.of("5 4 * SUN"))
                        .find("statistics")
                        .orElseThrow()
                        .when())
                .contains(CronTime.parse("5 4 * SUN"));
        assertThat(timetable(Optional.of("never"))
                        .find("statistics")
                        .orElseThrow()
                        .when())
                .isEmpty();
    }

    @Test
    void refusesWhatIsNoLine() {
        assertThatThrownBy(() -> new Timetable(List.of("statistics; 10 3 * *"), job -> Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Timetable timetable(Optional<String> set) {
        return new Timetable(List.of("# jobs", "", "statistics; 10 3 * *; PT20H; PT30M; yes"), job -> set);
    }
}
