package se.fixamingata.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;

class IntegrationsIT extends DatabaseTest {

    private Integrations integrations;

    @BeforeEach
    void authority() {
        integrations = new Integrations(em, clock);
        em.createNativeQuery(
                        "insert ignore into authority (code, kind, state, slug, name, changed_at, version)"
                                + " values ('1763', 'MUNICIPALITY', 'DEFAULT', 'forshaga', 'Forshaga kommun', utc_timestamp(6), 0)")
                .executeUpdate();
    }

    @Test
    void whoHasSetNothingTakesLetters() {
        assertThat(integrations.find("1763")).isEmpty();
        assertThat(integrations.channel("1763")).isEqualTo(ChannelKind.MAIL);
        assertThat(integrations.isPaused("1763")).isFalse();
    }

    @Test
    void trafficIsNotedAtMostEveryHalfMinute() {
        Instant first = clock.instant();
        integrations.sent("1763");
        clock.advance(Duration.ofSeconds(10));
        integrations.sent("1763");
        integrations.received("1763");
        flushAndClear();
        Integration noted = integrations.find("1763").orElseThrow();
        assertThat(noted.lastSentAt()).isEqualTo(first);
        assertThat(noted.lastReceivedAt()).isEqualTo(first.plusSeconds(10));
        assertThat(noted.channel()).isEqualTo(ChannelKind.MAIL);

        clock.advance(Duration.ofSeconds(30));
        integrations.sent("1763");
        flushAndClear();
        assertThat(integrations.find("1763").orElseThrow().lastSentAt()).isEqualTo(first.plusSeconds(40));
    }

    @Test
    void trafficDoesNotChangeTheWay() {
        em.persist(new Integration("1763", ChannelKind.OPEN311, clock.instant()));
        em.flush();
        integrations.sent("1763");
        flushAndClear();
        assertThat(integrations.channel("1763")).isEqualTo(ChannelKind.OPEN311);
    }

    @Test
    void aFaultIsKeptCutAndWithoutPersons() {
        new Faults(em, clock)
                .note(
                        "1763",
                        FaultAction.POLL,
                        "unreadable",
                        "report:17",
                        "GET https://x.example/?api_key=hemlig",
                        "anna@example.com " + "x".repeat(30_000));
        flushAndClear();
        Fault kept = em.createQuery("select f from Fault f", Fault.class).getSingleResult();
        assertThat(kept.request()).isEqualTo("GET https://x.example/?api_key=…");
        assertThat(kept.answer()).startsWith("…@… xxx").hasSizeLessThanOrEqualTo(Faults.ANSWER_MAX);
        assertThat(kept.handledAt()).isNull();
    }
}
