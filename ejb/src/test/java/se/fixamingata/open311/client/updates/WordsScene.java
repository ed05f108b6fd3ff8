package se.fixamingata.open311.client.updates;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import se.fixamingata.DatabaseTest;
import se.fixamingata.RecordedEvents;
import se.fixamingata.mail.MessageIds;
import se.fixamingata.notification.Notifications;
import se.fixamingata.open311.StandIn;
import se.fixamingata.open311.client.EndpointRest;
import se.fixamingata.open311.client.ListeningScene;
import se.fixamingata.open311.client.PhotoAddresses;
import se.fixamingata.open311.client.SecondLook;
import se.fixamingata.open311.client.UpdatesFrom;
import se.fixamingata.photo.DatabasePhotoStore;
import se.fixamingata.photo.PhotoLinks;
import se.fixamingata.photo.PhotoStore;
import se.fixamingata.report.Actor;
import se.fixamingata.report.Report;
import se.fixamingata.sending.OutcomeKeeper;
import se.fixamingata.sending.SendingDue;
import se.fixamingata.settings.ServerKeys;
import se.fixamingata.shared.Language;
import se.fixamingata.update.ReportUpdate;

/** A resident's words about a report that Forshaga's server has. */
abstract class WordsScene extends DatabaseTest {

    static final String FORSHAGA = ListeningScene.FORSHAGA;

    final RecordedEvents<SendingDue> due = new RecordedEvents<>();
    ListeningScene scene;
    StandIn theirs;
    Report report;
    String number;
    UpdatePlanner planner;
    UpdateQueue queue;
    UpdateWaking waking;
    EndpointRest rest;
    PhotoStore photos;
    int rounds;

    @BeforeEach
    void start() {
        dataSource();
        scene = new ListeningScene(clock);
        theirs = new StandIn(clock);
        theirs.book().service("lamp", "Belysning", "realtime");
        UpdateRoutes routes = new UpdateRoutes(scene.em, scene.integrations, scene.endpoints);
        MessageIds messageIds = new MessageIds(scene.handling.service);
        planner = new UpdatePlanner();
        planner.em = scene.em;
        planner.routes = routes;
        planner.messageIds = messageIds;
        planner.due = due;
        planner.clock = clock;
        queue = new UpdateQueue(scene.transactions, new OutcomeKeeper(scene.transactions, pause -> {}), clock);
        queue.em = scene.em;
        queue.routes = routes;
        photos = new DatabasePhotoStore(scene.em, clock);
        PhotoLinks links = new PhotoLinks(new ServerKeys(scene.em), clock);
        scene.transactions.run(() -> links.proof("x", FORSHAGA));
        queue.writing = new UpdateWriting(photos, new PhotoAddresses(links, scene.handling.service));
        rest = new EndpointRest(clock);
        queue.calls = new UpdateCalls(scene.calls, rest, new SecondLook(Duration.ofMinutes(1), clock), clock);
        queue.integrations = scene.integrations;
        queue.notifications = new Notifications(scene.em, messageIds, due, clock);
        queue.faults = scene.faults;
        waking = new UpdateWaking();
        waking.em = scene.em;
        waking.due = due;
        waking.clock = clock;
        report = scene.report();
    }

    @AfterEach
    void stop() {
        theirs.close();
    }

    void connected(UpdatesFrom updates) {
        scene.connect(ListeningScene.dialect(theirs.url(), updates));
        number = scene.posted(report);
        theirs.calls();
    }

    /** @return whether their system is to take it */
    boolean write(String text) {
        return scene.transactions.call(() -> {
            ReportUpdate update = ReportUpdate.byResident(
                    report.id(),
                    Actor.RESIDENT,
                    null,
                    "Bo von Berg",
                    "bo@example.org",
                    false,
                    Language.SV,
                    text,
                    false,
                    clock.instant());
            update.publish(clock.instant());
            scene.em.persist(update);
            scene.em.flush();
            scene.sql(
                    "insert into history_entry (id, report_id, at, kind, actor, update_id) values (next value for inner_number, "
                            + report.id() + ", now(6), 'COMMENT', 'RESIDENT', null)");
            return planner.take(update, scene.em.find(Report.class, report.id()));
        });
    }

    void work() {
        queue.workOff(FORSHAGA, "server/" + ++rounds, 10);
    }

    String state() {
        return (String) scene.list("select state from update_delivery").get(0);
    }

    long posts() {
        return theirs.calls().stream()
                .filter(call -> "POST".equals(call.method()))
                .count();
    }
}
