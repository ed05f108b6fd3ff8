package se.fixamingata.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrequencyTest {

    /** Winter, summer, the nights in which clocks change, a Monday before and after midnight in Sweden. */
    @ParameterizedTest
    @CsvSource({
        "DAILY, 2026-11-23T05:40:00Z, 2026-11-22T23:00:00Z, 2026-11-21T23:00:00Z",
        "DAILY, 2026-07-01T04:40:00Z, 2026-06-30T22:00:00Z, 2026-06-29T22:00:00Z",
        "DAILY, 2026-03-30T04:40:00Z, 2026-03-29T22:00:00Z, 2026-03-28T23:00:00Z",
        "DAILY, 2026-10-26T05:40:00Z, 2026-10-25T23:00:00Z, 2026-10-24T22:00:00Z",
        "WEEKLY, 2026-11-23T05:40:00Z, 2026-11-22T23:00:00Z, 2026-11-15T23:00:00Z",
        "WEEKLY, 2026-11-22T22:59:59Z, 2026-11-15T23:00:00Z, 2026-11-08T23:00:00Z",
        "WEEKLY, 2026-11-22T23:00:00Z, 2026-11-22T23:00:00Z, 2026-11-15T23:00:00Z",
        "WEEKLY, 2026-10-28T05:40:00Z, 2026-10-25T23:00:00Z, 2026-10-18T22:00:00Z"
    })
    void aRoundIsAWholeDayOrWeekInSweden(Frequency frequency, Instant now, Instant cutOff, Instant before) {
        assertThat(frequency.cutOff(now)).isEqualTo(cutOff);
        assertThat(frequency.cutOff(cutOff)).isEqualTo(cutOff);
        assertThat(frequency.before(cutOff, 1)).isEqualTo(before);
    }
}
