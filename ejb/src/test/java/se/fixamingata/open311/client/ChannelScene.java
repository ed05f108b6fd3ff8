package se.fixamingata.open311.client;

import static se.fixamingata.open311.client.ClientScene.FORSHAGA;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import se.fixamingata.DatabaseTest;
import se.fixamingata.delivery.AttemptView;
import se.fixamingata.delivery.DeliveryScene;
import se.fixamingata.delivery.DeliveryState;
import se.fixamingata.integration.Fault;
import se.fixamingata.open311.StandIn;
import se.fixamingata.report.Report;
import se.fixamingata.sending.AttemptOutcome;
import se.fixamingata.sending.SendingScene;

/** Forshaga has a server of its own, which takes broken lamps; what comes there of our reports. */
abstract class ChannelScene extends DatabaseTest {

    StandIn theirs;
    SendingScene sending;
    ClientScene client;
    DeliveryScene deliveries;

    @BeforeEach
    void scene() {
        dataSource();
        theirs = new StandIn(clock);
        theirs.book().service("lampor", "Trasig lampa", "realtime");
        use(Duration.ofSeconds(20));
        sending.authorities();
        client.connect(ClientScene.usual(theirs.url()));
        client.map("lighting", "lampor", "realtime", null);
    }

    void use(Duration patience) {
        sending = new SendingScene(clock, 1);
        client = new ClientScene(clock, sending, patience);
        deliveries = new DeliveryScene(sending, clock, client.channel());
    }

    @AfterEach
    void stop() {
        theirs.close();
    }

    Report confirmed() {
        return deliveries.confirmed(FORSHAGA, "lighting", "Trasig lampa");
    }

    DeliveryState state(Report report) {
        return deliveries.view(report).state();
    }

    List<AttemptOutcome> outcomes(Report report) {
        return deliveries.view(report).attempts().stream()
                .map(AttemptView::outcome)
                .toList();
    }

    Optional<RemoteRequest> remote(Report report) {
        long id = deliveries.id(report);
        return sending.transactions.call(() -> client.requests.find(id));
    }

    List<Fault> faults() {
        return sending.transactions.call(() -> sending.em
                .createQuery("select f from Fault f order by f.id", Fault.class)
                .getResultList());
    }

    List<String> reasons() {
        return faults().stream().map(Fault::reason).toList();
    }

    void later(Duration time) {
        clock.advance(time);
        deliveries.round();
    }
}
