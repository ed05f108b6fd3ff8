package se.fixamingata.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SwedishDaysTest {

    @Test
    void theCutOffIsTheMidnightWithWhichTheSwedishDayBegan() {
        assertThat(CutOff.lastMidnight(Instant.parse("2026-11-23T02:10:00Z"))).isEqualTo("2026-11-22T23:00:00Z");
        assertThat(CutOff.lastMidnight(Instant.parse("2026-07-01T01:10:00Z"))).isEqualTo("2026-06-30T22:00:00Z");
        assertThat(CutOff.lastMidnight(Instant.parse("2026-11-22T23:00:00Z"))).isEqualTo("2026-11-22T23:00:00Z");
    }

    @Test
    void theNightsOfTheClockChangesAreWholeDaysToo() {
        // 29 March 2026 has 23 hours, 25 October 2026 has 25.
        assertThat(CutOff.lastMidnight(Instant.parse("2026-03-30T01:10:00Z"))).isEqualTo("2026-03-29T22:00:00Z");
        assertThat(CutOff.lastMidnight(Instant.parse("2026-03-29T01:10:00Z"))).isEqualTo("2026-03-28T23:00:00Z");
        assertThat(CutOff.lastMidnight(Instant.parse("2026-10-26T02:10:00Z"))).isEqualTo("2026-10-25T23:00:00Z");
        assertThat(CutOff.lastMidnight(Instant.parse("2026-10-25T02:10:00Z"))).isEqualTo("2026-10-24T22:00:00Z");
        assertThat(CutOff.lastDay(Instant.parse("2026-10-25T23:00:00Z"))).isEqualTo(LocalDate.of(2026, 10, 25));
    }

    @Test
    void asksForTheNewestChangeFirstAndForNoneThatCannotMatter() {
        SwedishDays days =
                new SwedishDays(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-11-22T23:00:00Z"));
        assertThat(days.of("x"))
                .isEqualTo("date(x + interval case when x >= 20261025010000 then 60"
                        + " when x >= 20260329010000 then 120 else 60 end minute)");
        SwedishDays winter =
                new SwedishDays(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-02-01T23:00:00Z"));
        assertThat(winter.of("x")).isEqualTo("date(x + interval 60 minute)");
    }
}
