package se.fixamingata.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import se.fixamingata.shared.Language;
import se.fixamingata.web.security.CurrentLanguage;

class TimesTest {

    private static final Instant NOW = Instant.parse("2026-03-12T13:00:00Z");

    private static final CurrentLanguage SWEDISH = new CurrentLanguage() {
        @Override
        public Language get() {
            return Language.SV;
        }
    };

    private final Times times = new Times(SWEDISH, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void saysItAsPeopleDo() {
        assertThat(times.near(Instant.parse("2026-03-12T12:03:00Z"))).isEqualTo("i dag 13:03");
        assertThat(times.near(Instant.parse("2026-03-11T13:03:00Z"))).isEqualTo("i går 14:03");
        assertThat(times.near(Instant.parse("2026-03-09T13:03:00Z"))).isEqualTo("för 3 dagar sedan");
        assertThat(times.near(Instant.parse("2026-02-01T13:03:00Z"))).isEqualTo("1 februari");
        assertThat(times.near(Instant.parse("2025-03-12T13:03:00Z"))).isEqualTo("12 mars 2025");
        assertThat(times.near(null)).isEmpty();
    }

    @Test
    void theDayBeginsAtMidnightInSweden() {
        assertThat(times.near(Instant.parse("2026-03-11T23:30:00Z"))).isEqualTo("i dag 00:30");
        assertThat(times.near(Instant.parse("2026-03-11T22:30:00Z"))).isEqualTo("i går 23:30");
    }

    @Test
    void aMomentStandsBehindSince() {
        assertThat(times.moment(Instant.parse("2026-03-12T01:14:00Z"))).isEqualTo("02:14");
        assertThat(times.moment(Instant.parse("2026-03-11T13:03:00Z"))).isEqualTo("i går 14:03");
        assertThat(times.moment(Instant.parse("2026-03-09T13:03:00Z"))).isEqualTo("9 mars 14:03");
        assertThat(times.moment(Instant.parse("2026-03-13T01:00:00Z"))).isEqualTo("13 mars 02:00");
        assertThat(times.moment(Instant.parse("2025-03-12T13:03:00Z"))).isEqualTo("12 mars 2025 14:03");
        assertThat(times.moment(null)).isEmpty();
    }

    @Test
    void theExactTimeIsInTheTooltip() {
        assertThat(times.exact(Instant.parse("2026-07-01T10:00:00Z"))).isEqualTo("1 juli 2026 12:00");
        assertThat(times.iso(Instant.parse("2026-07-01T10:00:00.123Z"))).isEqualTo("2026-07-01T10:00:00Z");
    }
}
