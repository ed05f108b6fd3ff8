package se.fixamingata.open311.client;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fixamingata.open311.client.ClientScene.FORSHAGA;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.delivery.AttemptView;
import se.fixamingata.delivery.DeliveryScene;
import se.fixamingata.delivery.DeliveryState;
import se.fixamingata.open311.StandIn;
import se.fixamingata.report.Report;
import se.fixamingata.sending.AttemptOutcome;
import se.fixamingata.sending.SendingScene;

/** A server that did not answer is left alone for a while; what would have gone there meanwhile has not been tried by that. */
class RestingServerIT extends DatabaseTest {

    private StandIn theirs;
    private SendingScene sending;
    private DeliveryScene deliveries;
    private Report tried;
    private Report waiting;

    @BeforeEach
    void twoReportsAndNobodyThere() {
        dataSource();
        theirs = new StandIn(clock);
        theirs.book().service("lampor", "Trasig lampa", "realtime");
        sending = new SendingScene(clock, 1);
        ClientScene client = new ClientScene(clock, sending);
        deliveries = new DeliveryScene(sending, clock, client.channel());
        sending.authorities();
        client.connect(ClientScene.usual(theirs.url()));
        client.map("lighting", "lampor", "realtime", null);
        int port = theirs.port();
        theirs.close();
        tried = deliveries.confirmed(FORSHAGA, "lighting", "Trasig lampa");
        clock.advance(Duration.ofSeconds(1));
        waiting = deliveries.confirmed(FORSHAGA, "lighting", "En till");
        deliveries.round();
        theirs = new StandIn(clock, port);
        theirs.book().service("lampor", "Trasig lampa", "realtime");
    }

    @AfterEach
    void stop() {
        theirs.close();
    }

    private List<AttemptOutcome> outcomes(Report report) {
        return deliveries.view(report).attempts().stream()
                .map(AttemptView::outcome)
                .toList();
    }

    private Object stored(String column, Report report) {
        return sending.transactions.call(() -> sending.em
                .createNativeQuery("select " + column + " from delivery where report_id = " + report.id())
                .getSingleResult());
    }

    @Test
    @DisplayName("What was not tried has no line in the log, and no attempt is counted")
    void countsForNothing() {
        assertThat(outcomes(tried)).containsExactly(AttemptOutcome.TEMPORARY_FAILURE);
        assertThat(stored("attempts", tried)).isEqualTo(1);
        assertThat(outcomes(waiting)).isEmpty();
        assertThat(stored("attempts", waiting)).isEqualTo(0);
        assertThat(stored("lease_owner", waiting)).isNull();
        assertThat(deliveries.view(waiting).state()).isEqualTo(DeliveryState.DUE);
    }

    @Test
    @DisplayName("It goes as soon as the server has rested, long before the pause after an attempt would be over")
    void goesAfterTheRest() {
        clock.advance(Duration.ofSeconds(29));
        deliveries.round();
        assertThat(theirs.book().requests()).isEmpty();

        clock.advance(Duration.ofSeconds(2));
        deliveries.round();
        assertThat(deliveries.view(waiting).state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(outcomes(waiting)).containsExactly(AttemptOutcome.ACCEPTED);
        assertThat(stored("attempts", waiting)).isEqualTo(1);
    }

    @Test
    @DisplayName("Seven days of nothing but rest are seven days: it is left to a human being then")
    void notForEver() {
        theirs.close();
        for (int day = 0; day < 8; day++) {
            clock.advance(Duration.ofDays(1));
            deliveries.round();
        }
        assertThat(deliveries.view(waiting).state()).isEqualTo(DeliveryState.PARKED);
    }
}
