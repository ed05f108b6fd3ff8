package se.fixamingata.jobs.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hours of Sweden, on ordinary days and on the two nights that are not. */
class CronTimeTest {

    @Test
    void everyDay() {
        CronTime time = CronTime.parse("10 3 * *");
        assertThat(time.lastUntil(Instant.parse("2026-11-23T08:00:00Z")))
                .contains(Instant.parse("2026-11-23T02:10:00Z"));
        assertThat(time.lastUntil(Instant.parse("2026-11-23T02:09:59Z")))
                .contains(Instant.parse("2026-11-22T02:10:00Z"));
        assertThat(time.lastUntil(Instant.parse("2026-11-23T02:10:00Z")))
                .contains(Instant.parse("2026-11-23T02:10:00Z"));
        assertThat(time.nextAfter(Instant.parse("2026-11-23T02:10:00Z")))
                .contains(Instant.parse("2026-11-24T02:10:00Z"));
    }

    @Test
    void oneDayOfTheWeekAndOneOfTheMonth() {
        CronTime mondays = CronTime.parse("40 6 * MON");
        assertThat(mondays.lastUntil(Instant.parse("2026-11-22T12:00:00Z")))
                .contains(Instant.parse("2026-11-16T05:40:00Z"));
        assertThat(mondays.nextAfter(Instant.parse("2026-11-22T12:00:00Z")))
                .contains(Instant.parse("2026-11-23T05:40:00Z"));
        CronTime firsts = CronTime.parse("0 8 1 *");
        assertThat(firsts.nextAfter(Instant.parse("2026-11-22T12:00:00Z")))
                .contains(Instant.parse("2026-12-01T07:00:00Z"));
        CronTime last = CronTime.parse("0 8 31 *");
        assertThat(last.lastUntil(Instant.parse("2026-03-30T12:00:00Z")))
                .contains(Instant.parse("2026-01-31T07:00:00Z"));
    }

    /** 28 to 29 March 2026 has no 02:30, and 24 to 25 October has two. */
    @ParameterizedTest
    @ValueSource(
            strings = {"2026-03-28T12:00:00Z", "2026-10-24T12:00:00Z", "2027-03-27T12:00:00Z", "2027-10-30T12:00:00Z"})
    void theNightsWhenTheClocksChangeHaveOneOccasionEach(String noonBefore) {
        for (String when : List.of("10 3 * *", "55 1 * *", "0 3 * *", "59 1 * *")) {
            CronTime time = CronTime.parse(when);
            List<Instant> seen = new ArrayList<>();
            Instant end = Instant.parse(noonBefore).plus(Duration.ofHours(24));
            for (Instant now = Instant.parse(noonBefore); now.isBefore(end); now = now.plus(Duration.ofMinutes(1))) {
                Instant last = time.lastUntil(now).orElseThrow();
                if (!last.isBefore(Instant.parse(noonBefore)) && !seen.contains(last)) {
                    seen.add(last);
                    assertThat(last).as("at its minute").isEqualTo(now);
                }
            }
            assertThat(seen).as(when).hasSize(1);
        }
    }

    @Test
    void tenPastThreeIsTenPastThreeOnThoseNightsToo() {
        CronTime time = CronTime.parse("10 3 * *");
        assertThat(time.lastUntil(Instant.parse("2026-03-29T12:00:00Z")))
                .as("summer time since ten minutes")
                .contains(Instant.parse("2026-03-29T01:10:00Z"));
        assertThat(time.lastUntil(Instant.parse("2026-10-25T12:00:00Z")))
                .as("winter time since ten minutes and an hour")
                .contains(Instant.parse("2026-10-25T02:10:00Z"));
    }

    @Test
    void aDayBeginsAtItsMidnight() {
        assertThat(CronTime.midnightBefore(Instant.parse("2026-03-29T01:10:00Z")))
                .isEqualTo(Instant.parse("2026-03-28T23:00:00Z"));
        assertThat(CronTime.midnightBefore(Instant.parse("2026-10-25T02:10:00Z")))
                .isEqualTo(Instant.parse("2026-10-24T22:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 2 * *",
                "59 2 * MON",
                "60 3 * *",
                "10 24 * *",
                "10 3 0 *",
                "10 3 32 *",
                "10 3 * XXX",
                "10 3 * M",
                "10 3",
                "x"
            })
    void refusesWhatIsNoHour(String text) {
        assertThatThrownBy(() -> CronTime.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
