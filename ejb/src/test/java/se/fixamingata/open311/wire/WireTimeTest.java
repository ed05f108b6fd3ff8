package se.fixamingata.open311.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Moments in every shape (open311.md, 6.3), the two nights of the year included. */
class WireTimeTest {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    @ParameterizedTest
    @CsvSource({
        "1994-11-05T08:15:30-05:00, 1994-11-05T13:15:30Z",
        "1994-11-05T13:15:30Z, 1994-11-05T13:15:30Z",
        "1994-11-05T13:15:30z, 1994-11-05T13:15:30Z",
        "2026-06-01T12:00:00.123456+0200, 2026-06-01T10:00:00.123456Z",
        "2026-06-01T12:00:00+02, 2026-06-01T10:00:00Z",
        "2026-06-01T12:00:00 02:00, 2026-06-01T10:00:00Z",
        "2026-06-01 12:00:00, 2026-06-01T10:00:00Z",
        "2026-06-01T12:00, 2026-06-01T10:00:00Z",
        "2026-06-01T12:00Z, 2026-06-01T12:00:00Z",
        "2026-06-01, 2026-05-31T22:00:00Z",
        "2026-01-01T12:00:00, 2026-01-01T11:00:00Z",
        "2026-12-31T23:59:60Z, 2026-12-31T23:59:59Z",
        "2026-12-31T24:00:00Z, 2027-01-01T00:00:00Z",
        "2026-06-01T12:00:00 +0200, 2026-06-01T10:00:00Z",
    })
    void understood(String text, Instant meant) {
        assertThat(WireTime.parse(text, SWEDEN)).contains(meant);
    }

    /** Section 6.3. */
    @Test
    @DisplayName("The hour that does not happen comes after the jump; of the hour that happens twice it is the first")
    void theTwoNights() {
        assertThat(WireTime.parse("2026-03-29T02:30:00", SWEDEN)).contains(Instant.parse("2026-03-29T01:30:00Z"));
        assertThat(WireTime.parse("2026-03-29T01:59:59", SWEDEN)).contains(Instant.parse("2026-03-29T00:59:59Z"));
        assertThat(WireTime.parse("2026-03-29T03:30:00", SWEDEN)).contains(Instant.parse("2026-03-29T01:30:00Z"));
        assertThat(WireTime.parse("2026-10-25T02:30:00", SWEDEN)).contains(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(WireTime.parse("2026-10-25T02:30:00+01:00", SWEDEN)).contains(Instant.parse("2026-10-25T01:30:00Z"));
        assertThat(WireTime.parse("2026-10-25T03:00:00", SWEDEN)).contains(Instant.parse("2026-10-25T02:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "yesterday", "2026-13-01", "2026-02-30T00:00:00Z", "2026-06-01T25:00:00Z", "0", "06/01/2026"
            })
    void notUnderstood(String text) {
        assertThat(WireTime.parse(text, SWEDEN)).isEmpty();
    }

    /** Section 6.3. */
    @Test
    void neverWithFractions() {
        assertThat(WireTime.text(Instant.parse("2026-10-25T00:30:00.987654Z"))).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(WireTime.parse(null, SWEDEN)).isEmpty();
    }
}
