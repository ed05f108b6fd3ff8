package se.fixamingata.open311.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.fixamingata.open311.client.ClientScene.FORSHAGA;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.delivery.DeliveryScene;
import se.fixamingata.delivery.DeliveryState;
import se.fixamingata.integration.Fault;
import se.fixamingata.integration.Integration;
import se.fixamingata.open311.StandIn;
import se.fixamingata.open311.StandInBook;
import se.fixamingata.open311.StandInDay;
import se.fixamingata.report.Report;
import se.fixamingata.sending.SendingScene;
import se.fixamingata.sending.TestTransactions.Killed;

/** A municipality's system that gives a receipt first and a number when somebody has looked, "an undetermined amount of time" later. */
class TokenQueueIT extends DatabaseTest {

    private static final AtomicInteger ROUNDS = new AtomicInteger();

    private StandIn theirs;
    private SendingScene sending;
    private ClientScene client;
    private DeliveryScene deliveries;

    @BeforeEach
    void scene() {
        dataSource();
        theirs = new StandIn(clock);
        theirs.book().service("lampor", "Trasig lampa", "batch");
        sending = new SendingScene(clock, 1);
        client = new ClientScene(clock, sending);
        deliveries = new DeliveryScene(sending, clock, client.channel());
        sending.authorities();
        client.connect(ClientScene.usual(theirs.url()));
        client.map("lighting", "lampor", "batch", null);
    }

    @AfterEach
    void stop() {
        theirs.close();
    }

    private Report posted() {
        Report report = deliveries.confirmed(FORSHAGA, "lighting", "Trasig lampa");
        deliveries.round();
        theirs.calls();
        return report;
    }

    private void round() {
        round(client.tokens());
    }

    private void round(TokenQueue queue) {
        for (List<String> due = queue.dueLanes(); !due.isEmpty(); due = queue.dueLanes()) {
            due.forEach(lane -> queue.workOff(lane, "round-" + ROUNDS.incrementAndGet(), 5));
        }
    }

    private RemoteRequest remote(Report report) {
        long id = deliveries.id(report);
        return sending.transactions.call(() -> client.requests.find(id).orElseThrow());
    }

    private List<String> reasons() {
        return sending.transactions.call(() ->
                sending.em.createQuery("select f from Fault f order by f.id", Fault.class).getResultList().stream()
                        .map(Fault::reason)
                        .toList());
    }

    @Test
    @DisplayName(
            "Section 6.2, token: a token is kept, asked about with growing pauses for days, and becomes the number")
    void becomesANumber() {
        Report report = posted();
        assertThat(deliveries.view(report).state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(remote(report).state()).isEqualTo(RemoteState.TOKEN);
        Instant start = clock.instant();
        int asked = 0;
        while (Duration.between(start, clock.instant()).toDays() < 5) {
            clock.advance(Duration.ofMinutes(1));
            round();
            asked += theirs.calls().size();
        }
        assertThat(asked).as("Not every minute").isBetween(10, 20);
        assertThat(remote(report).state()).isEqualTo(RemoteState.TOKEN);
        assertThat(reasons()).as("An empty number is no fault").isEmpty();

        StandInBook.Request theirsOne = theirs.book().requests().get(0);
        String number = theirs.book().number(theirsOne);
        clock.advance(Duration.ofHours(12));
        round();

        assertThat(remote(report).state()).isEqualTo(RemoteState.NUMBERED);
        assertThat(remote(report).serviceRequestId()).isEqualTo(number);
        Instant heard = committed(own -> own.find(Integration.class, FORSHAGA).lastReceivedAt());
        assertThat(heard).isEqualTo(clock.instant());
        clock.advance(Duration.ofDays(10));
        theirs.calls();
        round();
        assertThat(theirs.calls()).isEmpty();
    }

    @Test
    @DisplayName(
            "Section 6.2, token, resumed after restart: our server dies while asking: another goes on, and the token is still known after any number of starts")
    void resumedAfterDeath() {
        Report report = posted();
        String number = theirs.book().number(theirs.book().requests().get(0));
        clock.advance(Duration.ofMinutes(1));
        sending.transactions.killBefore(3);
        assertThatThrownBy(this::round).isInstanceOf(Killed.class);
        assertThat(remote(report).state()).isEqualTo(RemoteState.TOKEN);
        theirs.calls();
        round(new ClientScene(clock, sending).tokens());
        assertThat(theirs.calls()).as("Taken a moment ago").isEmpty();

        clock.advance(Duration.ofMinutes(5));
        round(new ClientScene(clock, sending).tokens());

        assertThat(remote(report).serviceRequestId()).isEqualTo(number);
    }

    @Test
    @DisplayName(
            "Section 6.2, token: away, broken or forgetful for a week: noted for the desk, asked again, and the number comes in the end")
    void badDays() {
        Report report = posted();
        for (StandInDay day : List.of(StandInDay.DOWN, StandInDay.PAGE, StandInDay.BOMB, StandInDay.ERROR_WITH_200)) {
            theirs.day(day);
            clock.advance(Duration.ofHours(13));
            round();
        }
        assertThat(reasons()).containsExactly("unavailable", "html", "unreadable", "error");
        theirs.day(StandInDay.NORMAL);
        sending.transactions.run(() -> sending.sql("update remote_request set token = 'nobody knows this'"));
        clock.advance(Duration.ofDays(1));
        round();
        assertThat(reasons()).endsWith("token-unknown");
        String token = theirs.book().requests().get(0).token();
        sending.transactions.run(() -> sending.sql("update remote_request set token = '" + token + "'"));
        theirs.book().number(theirs.book().requests().get(0));
        clock.advance(Duration.ofDays(1));
        round();

        assertThat(remote(report).state()).isEqualTo(RemoteState.NUMBERED);
    }

    @Test
    @DisplayName("Section 6.2, token: silent for a month: the desk is told, and it is not asked for ever")
    void silent() {
        Report report = posted();
        for (int day = 0; day < 40; day++) {
            clock.advance(Duration.ofDays(1));
            round();
        }
        assertThat(remote(report).state()).as("there will be no number").isEqualTo(RemoteState.BLIND);
        assertThat(remote(report).nextPollAt()).isNull();
        assertThat(reasons()).containsExactly("token-silent");
    }

    @Test
    @DisplayName("Paused: not asked; opened again: asked")
    void paused() {
        posted();
        sending.transactions.run(() -> sending.sql("update integration set paused_at = '2026-01-01'"));
        clock.advance(Duration.ofDays(1));
        round();
        assertThat(theirs.calls()).isEmpty();
        sending.transactions.run(() -> sending.sql("update integration set paused_at = null"));
        round();
        assertThat(theirs.calls()).hasSize(1);
    }

    @Test
    @DisplayName("A number that another report has already: this one stays without")
    void sameNumber() {
        Report first = posted();
        Report second = posted();
        String number = theirs.book().number(theirs.book().requests().get(0));
        clock.advance(Duration.ofMinutes(1));
        round();
        assertThat(remote(first).serviceRequestId()).isEqualTo(number);
        sending.transactions.run(() -> sending.sql("update remote_request set token = '"
                + theirs.book().requests().get(0).token() + "' where state = 'TOKEN'"));
        clock.advance(Duration.ofHours(1));
        round();

        assertThat(remote(second).state()).isEqualTo(RemoteState.BLIND);
        assertThat(reasons()).containsExactly("same-number");
    }

    @Test
    @DisplayName("Figures: every state is there, and since when the oldest token waits")
    void figures() {
        posted();
        assertThat(client.tokens().countByState())
                .containsEntry("token", 1L)
                .containsEntry("numbered", 0L)
                .containsEntry("blind", 0L);
        assertThat(client.tokens().oldestDue()).contains(clock.instant().plus(Duration.ofMinutes(1)));
    }
}
