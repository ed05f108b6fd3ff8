package se.fixamingata.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.RecordedEvents;
import se.fixamingata.integration.Integrations;
import se.fixamingata.report.ReportRow;
import se.fixamingata.sending.AttemptOutcome;
import se.fixamingata.shared.SqlTime;

class FetchedDeliveriesIT extends DatabaseTest {

    private static final List<Long> ALL = List.of(1L, 2L, 3L, 4L, 5L, 6L);

    private final RecordedEvents<ReportDelivered> delivered = new RecordedEvents<>();

    /** Ready; fetched before; a letter; somebody else's; closed for now; stopped. */
    @BeforeEach
    void deliveries() {
        ReportRow.addMunicipalities(em);
        for (long id : ALL) {
            ReportRow.add(em, ReportRow.of(id, 59.5, 13.4));
        }
        delivery(1, "1763", "PULL", "TO_FETCH");
        delivery(2, "1763", "PULL", "DELIVERED");
        delivery(3, "1763", "MAIL", "DUE");
        delivery(4, "0180", "PULL", "TO_FETCH");
        delivery(5, "1763", "PULL", "PAUSED");
        delivery(6, "1763", "PULL", "STOPPED");
    }

    @Test
    void whatLayReadyIsDeliveredOnceAndTheLogSaysByWhichKey() {
        assertThat(fetch(em, ALL)).isEqualTo(2);
        flushAndClear();
        assertThat(delivered.fired()).containsExactly(new ReportDelivered(1, "1763"), new ReportDelivered(5, "1763"));
        Deliveries deliveries = new Deliveries(em);
        DeliveryView first = deliveries.ofReport(1).get(0);
        assertThat(first.state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(first.deliveredAt()).isEqualTo(clock.instant());
        assertThat(first.attempts()).hasSize(1);
        assertThat(first.attempts().get(0).outcome()).isEqualTo(AttemptOutcome.ACCEPTED);
        assertThat(em.createNativeQuery("select answer from delivery_attempt where delivery_id = 1")
                        .getSingleResult())
                .isEqualTo("fetched by Ärendesystemet");
        assertThat(state(3)).isEqualTo("DUE");
        assertThat(state(4)).isEqualTo("TO_FETCH");
        assertThat(state(5)).isEqualTo("DELIVERED");
        assertThat(state(6)).isEqualTo("STOPPED");
        assertThat(em.createNativeQuery(
                                "select last_sent_at is not null from integration where authority_code = '1763'")
                        .getSingleResult())
                .isIn(1, 1L, true);

        assertThat(fetch(em, ALL)).isZero();
        flushAndClear();
        assertThat(delivered.fired()).hasSize(2);
        assertThat(em.createNativeQuery("select count(*) from delivery_attempt").getSingleResult())
                .satisfies(count -> assertThat(((Number) count).intValue()).isEqualTo(2));
    }

    @Test
    void whatWasNotOnThePageStaysReady() {
        assertThat(fetch(em, List.of(2L, 3L))).isZero();
        assertThat(fetch(em, List.of())).isZero();
        assertThat(state(1)).isEqualTo("TO_FETCH");
    }

    private int fetch(EntityManager manager, List<Long> reports) {
        return new FetchedDeliveries(manager, new Integrations(manager, clock), delivered, clock)
                .fetched("1763", "Ärendesystemet", reports);
    }

    private Object state(long id) {
        return em.createNativeQuery("select state from delivery where id = " + id)
                .getSingleResult();
    }

    private void delivery(long id, String authority, String channel, String state) {
        Instant now = Instant.parse("2026-11-01T12:00:00Z");
        em.createNativeQuery(
                        "insert into delivery (id, report_id, authority_code, channel, state, attempts, created_at,"
                                + " next_attempt_at, message_id, version) values (?1, ?1, ?2, ?3, ?4, 0, ?5, ?5, ?6, 1)")
                .setParameter(1, id)
                .setParameter(2, authority)
                .setParameter(3, channel)
                .setParameter(4, state)
                .setParameter(5, SqlTime.text(now))
                .setParameter(6, "<" + id + "@test>")
                .executeUpdate();
    }
}
