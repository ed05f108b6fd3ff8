package se.fixamingata.open311.client;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fixamingata.open311.client.ClientScene.FORSHAGA;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.delivery.DeliveryScene;
import se.fixamingata.delivery.DeliveryState;
import se.fixamingata.open311.StandIn;
import se.fixamingata.open311.StandInDay;
import se.fixamingata.report.Report;
import se.fixamingata.sending.SendingScene;

/** What may have arrived, and somebody wants everything again, or somebody else is responsible by now (R25, R26; open311.md, 6.2). */
class UnknownOutcomesIT extends DatabaseTest {

    private static final String KIL = "1715";
    private static final Duration LOOK = Duration.ofMinutes(10);

    private StandIn theirs;
    private SendingScene sending;
    private ClientScene client;
    private DeliveryScene deliveries;

    @BeforeEach
    void scene() {
        dataSource();
        theirs = new StandIn(clock);
        theirs.book().service("lampor", "Trasig lampa", "realtime");
        sending = new SendingScene(clock, 1);
        client = new ClientScene(clock, sending);
        client.look = LOOK;
        deliveries = new DeliveryScene(sending, clock, client.channel());
        sending.authorities();
        client.connect(ListeningScene.dialect(theirs.url(), UpdatesFrom.NONE));
        client.map("lighting", "lampor", "realtime", null);
    }

    @AfterEach
    void stop() {
        theirs.close();
    }

    private Report silent(StandInDay day) {
        theirs.day(day);
        Report report = deliveries.confirmed(FORSHAGA, "lighting", "Trasig lampa");
        deliveries.round();
        theirs.day(StandInDay.NORMAL);
        return report;
    }

    private DeliveryState state(Report report) {
        return deliveries.view(report).state();
    }

    private long posts() {
        return theirs.calls().stream()
                .filter(call -> "POST".equals(call.method()))
                .count();
    }

    private void later(Duration time) {
        clock.advance(time);
        deliveries.round();
    }

    /** What was posted is in their list all at once, minutes after their proxy has given up. */
    private void stored(Report report) {
        theirs.book()
                .filed(
                        "lampor",
                        report.position().lat(),
                        report.position().lon(),
                        "Trasig lampa https://fixamingata.test/rapport/" + report.id(),
                        clock.instant());
    }

    @Test
    @DisplayName(
            "Section 6.2, POST time-out or 5xx: stored minutes later, and looked for often enough not to be doubled")
    void storedMinutesLater() {
        Report report = silent(StandInDay.DOWN);
        theirs.calls();
        later(LOOK.minusSeconds(1));
        assertThat(theirs.calls()).as("left alone").isEmpty();
        later(Duration.ofSeconds(1));
        assertThat(state(report)).isEqualTo(DeliveryState.DUE);
        stored(report);
        later(LOOK.minusSeconds(1));
        later(Duration.ofSeconds(1));

        assertThat(state(report)).isEqualTo(DeliveryState.DELIVERED);
        assertThat(posts()).isZero();
        assertThat(theirs.book().requests()).hasSize(1);
    }

    @Test
    @DisplayName("Two looks are minutes apart, whoever is impatient; not there at either, it is posted")
    void notThereTwice() {
        Report report = silent(StandInDay.DOWN);
        posts();
        later(LOOK);
        for (int i = 0; i < 3; i++) {
            deliveries.sendAllAgain(FORSHAGA);
            later(Duration.ofMinutes(1));
        }
        assertThat(posts()).isZero();
        later(Duration.ofHours(1));
        assertThat(posts()).isEqualTo(1);
        assertThat(state(report)).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    @DisplayName("Everything again: what nobody could decide is looked for, and stays a person's to decide")
    void allAgainDecidesNothing() {
        theirs.book().service("lampor", "Trasig lampa", "batch");
        sending.transactions.run(() -> sending.sql("update open311_service set type = 'batch'"));
        Report report = silent(StandInDay.DOWN);
        later(Duration.ofHours(1));
        later(Duration.ofHours(1));
        assertThat(state(report)).isEqualTo(DeliveryState.PARKED);
        posts();

        deliveries.sendAllAgain(FORSHAGA);
        deliveries.round();
        later(Duration.ofHours(1));
        assertThat(posts()).isZero();
        assertThat(state(report)).isEqualTo(DeliveryState.PARKED);

        deliveries.sendAgain(report);
        deliveries.round();
        assertThat(posts()).isEqualTo(1);
        assertThat(state(report)).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    @DisplayName("Handed over while it was being sent, and it had arrived: found, and never posted")
    void handedOverAndThere() {
        Report report = silent(StandInDay.FAILS_AFTER_STORING);
        posts();
        deliveries.handOverWhileBeingSent(report, KIL);
        later(Duration.ofHours(1));
        assertThat(state(report)).isEqualTo(DeliveryState.DELIVERED);
        assertThat(posts()).isZero();
    }

    @Test
    @DisplayName("Handed over while it was being sent, and it had not arrived: it goes there no more")
    void handedOverAndNotThere() {
        Report report = silent(StandInDay.DOWN);
        posts();
        deliveries.handOverWhileBeingSent(report, KIL);
        later(Duration.ofHours(1));
        later(Duration.ofHours(1));
        assertThat(state(report)).isEqualTo(DeliveryState.STOPPED);
        assertThat(posts()).isZero();
        assertThat(theirs.book().requests()).isEmpty();
    }

    @Test
    @DisplayName("Their words about what went wrong are kept without what points at a person")
    void theirWordsAreCut() {
        theirs.refusingWith("asa@resident.test, 070-123 45 67, is blocked");
        Report report = deliveries.confirmed(FORSHAGA, "lighting", "Trasig lampa");
        deliveries.round();
        assertThat(deliveries.answers(report).toString()).contains("is blocked").doesNotContain("asa@", "123 45");
    }
}
