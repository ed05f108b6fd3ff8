package se.fixamingata.open311.client.updates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.fixamingata.DatabaseTest;
import se.fixamingata.RecordedEvents;
import se.fixamingata.mail.MessageIds;
import se.fixamingata.notification.Notifications;
import se.fixamingata.open311.StandIn;
import se.fixamingata.open311.StandInDay;
import se.fixamingata.open311.client.ListeningScene;
import se.fixamingata.open311.client.Script;
import se.fixamingata.open311.client.UpdatesFrom;
import se.fixamingata.photo.DatabasePhotoStore;
import se.fixamingata.report.Actor;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.sending.Lease;
import se.fixamingata.sending.OutcomeKeeper;
import se.fixamingata.sending.SendingDue;
import se.fixamingata.sending.TestTransactions.Killed;
import se.fixamingata.shared.Language;
import se.fixamingata.update.ReportUpdate;

/** Residents' words get to the authority's own server: once, whatever happens on the way (R23, R25; open311.md, 3.1 and 6.2). */
class UpdateQueueIT extends DatabaseTest {

    private static final String FORSHAGA = ListeningScene.FORSHAGA;

    private final RecordedEvents<SendingDue> due = new RecordedEvents<>();
    private ListeningScene scene;
    private StandIn theirs;
    private Report report;
    private String number;
    private UpdatePlanner planner;
    private UpdateQueue queue;
    private UpdateWaking waking;
    private int rounds;

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
        queue.writing = new UpdateWriting(new DatabasePhotoStore(scene.em, clock), scene.handling.service);
        queue.calls = new UpdateCalls(scene.calls, clock);
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

    private void connected(UpdatesFrom updates) {
        scene.connect(ListeningScene.dialect(theirs.url(), updates));
        number = scene.posted(report);
        theirs.calls();
    }

    /** @return whether their system is to take it */
    private boolean write(String text) {
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

    private void work() {
        queue.workOff("server/" + ++rounds, 10);
    }

    private String state() {
        return (String) scene.list("select state from update_delivery").get(0);
    }

    private long posts() {
        return theirs.calls().stream()
                .filter(call -> "POST".equals(call.method()))
                .count();
    }

    @Test
    void theWordsArriveWithTheWriterAndTheStatusAndAreCalledWhatTheySay() {
        connected(UpdatesFrom.UPDATES);
        assertThat(write("Det är fortfarande mörkt.\nPå hela gatan & torget.")).isTrue();
        work();

        assertThat(state()).isEqualTo("DELIVERED");
        StandIn.Call call = theirs.calls().stream()
                .filter(one -> "POST".equals(one.method()))
                .findFirst()
                .orElseThrow();
        assertThat(call.path()).endsWith("/servicerequestupdates.xml");
        assertThat(call.arguments())
                .containsEntry("service_request_id", List.of(number))
                .containsEntry("description", List.of("Det är fortfarande mörkt.\nPå hela gatan & torget."))
                .containsEntry("status", List.of("OPEN"))
                .containsEntry("first_name", List.of("Bo von"))
                .containsEntry("last_name", List.of("Berg"))
                .containsEntry("email", List.of("bo@example.org"))
                .containsEntry("public_anonymity_required", List.of("TRUE"))
                .containsEntry("updated_datetime", List.of("2026-11-23T08:00:00Z"));
        assertThat(scene.list("select remote_update_id from update_delivery"))
                .containsExactly(theirs.book().updates().get(0).id());
        assertThat(due.fired()).isNotEmpty();
        work();
        assertThat(posts()).isZero();
    }

    @Test
    void whatWeSentIsKnownAgainWhenItComesBack() {
        connected(UpdatesFrom.UPDATES);
        write("Det är mörkt.");
        work();
        SentUpdates sent = new SentUpdates(scene.em, clock);
        String id = theirs.book().updates().get(0).id();
        assertThat(scene.transactions.<Boolean>call(() -> sent.isOurs(FORSHAGA, report.id(), id, "Omskrivet")))
                .isTrue();
        assertThat(scene.transactions.<Boolean>call(
                        () -> sent.isOurs(FORSHAGA, report.id(), "x", "Det  är\r\nmörkt. ")))
                .isTrue();
        assertThat(scene.transactions.<Boolean>call(() -> sent.isOurs(FORSHAGA, report.id(), "x", "Vi lagar.")))
                .isFalse();
        assertThat(scene.transactions.<Boolean>call(() -> sent.isOurs(FORSHAGA, report.id() + 1, id, "")))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = StandInDay.class,
            names = {"FAILS_AFTER_STORING", "HANGS_UP_AFTER_STORING", "PAGE_AFTER_STORING"})
    void whatMayHaveArrivedIsLookedUpAndNotSentAgain(StandInDay day) {
        connected(UpdatesFrom.UPDATES);
        theirs.day(day);
        write("Det är mörkt.");
        work();
        assertThat(state()).isEqualTo("DUE");
        theirs.day(StandInDay.NORMAL);
        clock.advance(Duration.ofMinutes(2));
        work();
        assertThat(state()).isEqualTo("DELIVERED");
        assertThat(theirs.book().updates()).hasSize(1);
        assertThat(scene.list("select action from integration_fault")).containsExactly("UPDATE");
    }

    @Test
    void whatCannotBeLookedUpIsLeftToPeople() {
        connected(UpdatesFrom.REQUESTS);
        theirs.day(StandInDay.FAILS_AFTER_STORING);
        write("Det är mörkt.");
        work();
        theirs.day(StandInDay.NORMAL);
        clock.advance(Duration.ofMinutes(2));
        work();
        assertThat(state()).isEqualTo("PARKED");
        assertThat(theirs.book().updates()).hasSize(1);
    }

    @Test
    void whatCertainlyIsNotThereIsSentAgain() {
        connected(UpdatesFrom.UPDATES);
        theirs.day(StandInDay.DOWN);
        write("Det är mörkt.");
        work();
        theirs.day(StandInDay.NORMAL);
        clock.advance(Duration.ofMinutes(2));
        work();
        assertThat(state()).isEqualTo("DELIVERED");
        assertThat(theirs.book().updates()).hasSize(1);
    }

    @Test
    void whatIsRefusedIsParkedWithTheirReason() {
        connected(UpdatesFrom.UPDATES);
        theirs.day(StandInDay.REFUSES);
        write("Det är mörkt.");
        work();
        assertThat(state()).isEqualTo("PARKED");
        assertThat((String) scene.list("select last_error from update_delivery").get(0))
                .contains("400")
                .contains("position is outside");
    }

    @Test
    void thatItIsThereAlreadyIsNoFailure() {
        try (Script odd = new Script()) {
            scene.connect(ListeningScene.dialect(odd.url(), UpdatesFrom.UPDATES));
            scene.known(report, "NUMBERED", "1");
            odd.says(
                    "/servicerequestupdates.xml",
                    400,
                    "text/xml",
                    "<errors><error><code>400</code><description>already exists</description></error></errors>");
            write("Det är mörkt.");
            work();
            assertThat(state()).isEqualTo("DELIVERED");
        }
    }

    @Test
    void aServerOfOursThatDiesAfterHandingOverSendsNothingTwice() {
        connected(UpdatesFrom.UPDATES);
        write("Det är mörkt.");
        // Lease, prepare, hand over, their name for it; then it dies.
        scene.transactions.killAfter(4);
        assertThatThrownBy(this::work).isInstanceOf(Killed.class);
        clock.advance(Lease.DURATION.plusMinutes(2));
        work();
        assertThat(state()).isEqualTo("DELIVERED");
        assertThat(theirs.book().updates()).hasSize(1);
    }

    @Test
    void aServerOfOursThatDiesBeforeHandingOverTriesAgain() {
        connected(UpdatesFrom.UPDATES);
        write("Det är mörkt.");
        scene.transactions.killAfter(2);
        assertThatThrownBy(this::work).isInstanceOf(Killed.class);
        clock.advance(Lease.DURATION.plusSeconds(1));
        work();
        assertThat(state()).isEqualTo("DELIVERED");
        assertThat(theirs.book().updates()).hasSize(1);
    }

    @Test
    void wordsWaitForTheNumber() {
        scene.connect(ListeningScene.dialect(theirs.url(), UpdatesFrom.UPDATES));
        scene.known(report, "TOKEN", null);
        assertThat(write("Det är mörkt.")).isTrue();
        assertThat(state()).isEqualTo("WAITING_FOR_NUMBER");
        assertThat(scene.transactions.<Integer>call(waking::wake)).isZero();
        scene.sql("update remote_request set state = 'NUMBERED', service_request_id = '17'");
        assertThat(scene.transactions.<Integer>call(waking::wake)).isEqualTo(1);
        assertThat(state()).isEqualTo("DUE");
    }

    @Test
    void wordsThatCanNeverGoThereGoAsALetter() {
        scene.connect(ListeningScene.dialect(theirs.url(), UpdatesFrom.UPDATES));
        scene.known(report, "TOKEN", null);
        write("Det är mörkt.");
        scene.sql("update history_entry set update_id = (select max(id) from report_update) where kind = 'COMMENT'");
        scene.sql("update remote_request set state = 'BLIND'");
        scene.transactions.call(waking::wake);
        work();
        assertThat(state()).isEqualTo("OBSOLETE");
        assertThat(scene.list("select kind from notification")).containsExactly("UPDATE_TO_AUTHORITY");
        assertThat(write("Till.")).as("from now on at once").isFalse();
    }

    @Test
    void whileTheWayIsClosedWordsWait() {
        connected(UpdatesFrom.UPDATES);
        scene.sql("update integration set paused_at = now(6)");
        write("Det är mörkt.");
        work();
        assertThat(state()).isEqualTo("PAUSED");
        assertThat(posts()).isZero();
        scene.sql("update integration set paused_at = null");
        scene.transactions.call(waking::wake);
        work();
        assertThat(state()).isEqualTo("DELIVERED");
    }

    @ParameterizedTest
    @CsvSource({
        "update open311_endpoint set sends_updates = false",
        "update integration set channel = 'MAIL'",
        "delete from remote_request",
        "update delivery set channel = 'MAIL'; delete from remote_request"
    })
    void onlyWhoTakesThemThereGetsThemThere(String statements) {
        connected(UpdatesFrom.UPDATES);
        for (String statement : statements.split(";")) {
            scene.sql(statement);
        }
        boolean waits = statements.equals("delete from remote_request");
        assertThat(write("Det är mörkt.")).isEqualTo(waits);
    }

    @Test
    void whatIsHiddenBeforeItLeavesStaysHere() {
        connected(UpdatesFrom.UPDATES);
        write("Det är mörkt.");
        scene.sql("update report_update set state = 'HIDDEN'");
        work();
        assertThat(state()).isEqualTo("OBSOLETE");
        assertThat(posts()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "FORWARDED, INTERNAL_REFERRAL, OPEN",
        "IN_PROGRESS, IN_PROGRESS, OPEN",
        "FIXED, FIXED, CLOSED",
        "NO_ACTION, NO_FURTHER_ACTION, CLOSED",
        "NOT_RESPONSIBLE, NOT_COUNCILS_RESPONSIBILITY, CLOSED"
    })
    void statusesAreSaidInTheWordsThatTheyKnow(ReportStatus status, String extended, String plain) {
        assertThat(UpdateWriting.status(status, true)).isEqualTo(extended);
        assertThat(UpdateWriting.status(status, false)).isEqualTo(plain);
    }
}
