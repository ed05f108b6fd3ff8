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
import org.junit.jupiter.params.provider.ValueSource;
import se.fixamingata.DatabaseTest;
import se.fixamingata.RecordedEvents;
import se.fixamingata.integration.ServerAnswersAgain;
import se.fixamingata.mail.MessageIds;
import se.fixamingata.notification.Notifications;
import se.fixamingata.open311.StandIn;
import se.fixamingata.open311.StandInDay;
import se.fixamingata.open311.client.EndpointRest;
import se.fixamingata.open311.client.ListeningScene;
import se.fixamingata.open311.client.PhotoAddresses;
import se.fixamingata.open311.client.Script;
import se.fixamingata.open311.client.SecondLook;
import se.fixamingata.open311.client.UpdatesFrom;
import se.fixamingata.photo.DatabasePhotoStore;
import se.fixamingata.photo.PhotoLinks;
import se.fixamingata.photo.PhotoOwner;
import se.fixamingata.photo.PhotoStore;
import se.fixamingata.photo.PreparedPhoto;
import se.fixamingata.report.Actor;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.sending.Lease;
import se.fixamingata.sending.OutcomeKeeper;
import se.fixamingata.sending.SendingDue;
import se.fixamingata.sending.TestTransactions.Killed;
import se.fixamingata.settings.ServerKeys;
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
    private EndpointRest rest;
    private PhotoStore photos;
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
        queue.workOff(FORSHAGA, "server/" + ++rounds, 10);
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

    /** Section 6.2, echo: matched on the update_id they answered. */
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

    /** Section 6.2, POST time-out or 5xx. */
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

    /** Section 6.2, otherwise a person decides. */
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
    void nobodyWaitsForTheNextHourOnceTheirServerAnswers() {
        connected(UpdatesFrom.UPDATES);
        write("Det är mörkt.");
        scene.sql("update update_delivery set attempts = 4, next_attempt_at = timestampadd(hour, 1, next_attempt_at)");
        scene.transactions.run(() -> waking.answersAgain(new ServerAnswersAgain("1780")));
        work();
        assertThat(state()).isEqualTo("DUE");
        scene.transactions.run(() -> waking.answersAgain(new ServerAnswersAgain(FORSHAGA)));
        work();
        assertThat(state()).isEqualTo("DELIVERED");
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
        assertThat(theirs.book().updates()).as("it may still be on its way").isEmpty();
        clock.advance(Duration.ofMinutes(5));
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

    /** Section 6.2, no words before service_request_id. */
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
        "update delivery set state = 'DUE'; delete from remote_request",
        // They have posted it themselves.
        "delete from remote_request",
        "update delivery set channel = 'MAIL'; delete from remote_request"
    })
    void onlyWhoTakesThemThereGetsThemThere(String statements) {
        connected(UpdatesFrom.UPDATES);
        for (String statement : statements.split(";")) {
            scene.sql(statement);
        }
        boolean waits = statements.contains("'DUE'");
        assertThat(write("Det är mörkt.")).isEqualTo(waits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HANDLED", "STOPPED", "NOT_ACCEPTED"})
    void wordsDoNotWaitForANumberThatNobodyIsToGive(String delivery) {
        scene.connect(ListeningScene.dialect(theirs.url(), UpdatesFrom.UPDATES));
        scene.known(report, "TOKEN", null);
        scene.sql("delete from remote_request");
        scene.sql("update delivery set state = 'PARKED'");
        assertThat(write("Det är mörkt.")).isTrue();
        assertThat(state()).isEqualTo("WAITING_FOR_NUMBER");
        scene.sql("update history_entry set update_id = (select max(id) from report_update) where kind = 'COMMENT'");
        scene.sql("update delivery set state = '" + delivery + "'");
        assertThat(scene.transactions.<Integer>call(waking::wake)).isEqualTo(1);
        work();
        assertThat(state()).isEqualTo("OBSOLETE");
        assertThat(scene.list("select kind from notification")).containsExactly("UPDATE_TO_AUTHORITY");
        assertThat(write("Till.")).as("from now on at once").isFalse();
    }

    /** A system that fetches reads them in the list of updates; a letter besides would say them twice, or wait for an address for ever. */
    @Test
    void wordsForASystemThatFetchesLieReadyForIt() {
        connected(UpdatesFrom.UPDATES);
        write("Det är mörkt.");
        scene.sql("update history_entry set update_id = (select max(id) from report_update) where kind = 'COMMENT'");
        scene.sql("update integration set channel = 'PULL'");
        work();
        assertThat(state()).isEqualTo("OBSOLETE");
        assertThat(scene.list("select kind from notification")).isEmpty();
        assertThat(posts()).isZero();
    }

    @Test
    void theirWordsAreKeptWithoutWhatPointsAtAPerson() {
        try (Script odd = new Script()) {
            scene.connect(ListeningScene.dialect(odd.url(), UpdatesFrom.UPDATES));
            scene.known(report, "NUMBERED", "1");
            odd.says(
                    "/servicerequestupdates.xml",
                    400,
                    "text/xml",
                    "<error>bo@example.org, 070-123 45 67, is blocked</error>");
            write("Det är mörkt.");
            work();
            assertThat(scene.list("select last_error from update_delivery").toString())
                    .contains("is blocked")
                    .doesNotContain("bo@", "123 45");
        }
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

    /** Section 6.2, POST time-out or 5xx: whatever the step at which our server dies, the words arrive, and once. */
    @Test
    void aServerOfOursThatDiesAtAnyStepSendsNothingTwiceAndLosesNothing() {
        connected(UpdatesFrom.UPDATES);
        int written = 0;
        for (int step = 1; step <= 5; step++) {
            for (boolean before : new boolean[] {true, false}) {
                write("Ord nummer " + ++written + ".");
                if (before) {
                    scene.transactions.killBefore(step);
                } else {
                    scene.transactions.killAfter(step);
                }
                assertThatThrownBy(this::work).isInstanceOf(Killed.class);
                clock.advance(Lease.DURATION.plusSeconds(1));
                work();
                clock.advance(Duration.ofMinutes(2));
                work();
                clock.advance(Duration.ofMinutes(6));
                work();
            }
        }
        assertThat(scene.list("select distinct state from update_delivery")).containsExactly("DELIVERED");
        assertThat(theirs.book().updates()).hasSize(written);
    }

    /** Section 6.2, POST time-out or 5xx: our own trouble after it has been handed over is no reason to send it again. */
    @Test
    void aDatabaseThatIsGoneWhenTheirNumberIsToBeKeptSendsNothingTwice() {
        connected(UpdatesFrom.REQUESTS);
        write("Det är mörkt.");
        // Lease, prepare, hand over; then their name for it.
        scene.transactions.databaseGone(4, 3);
        work();
        clock.advance(Duration.ofMinutes(2));
        work();
        assertThat(theirs.book().updates()).hasSize(1);
        assertThat(state()).isEqualTo("DELIVERED");
        assertThat(scene.list("select remote_update_id from update_delivery"))
                .containsExactly(theirs.book().updates().get(0).id());
    }

    /** Section 6.2, errors with 200; redirects; 408 and 425: judged as for reports. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | <errors><error><code>500</code><description>CRM</description></error></errors> | DUE",
                "200 | <errors><error><code>400</code><description>No</description></error></errors> | PARKED",
                "408 | <error>slow</error> | DUE",
                "425 | <error>early</error> | DUE",
                "429 | <error>many</error> | DUE",
                "301 | <a/> | DUE",
                "303 | <a/> | DUE",
                "403 | <error>key</error> | PARKED",
            })
    void whatTheirAnswerMeans(int status, String body, String state) {
        try (Script odd = new Script()) {
            scene.connect(ListeningScene.dialect(odd.url(), UpdatesFrom.UPDATES));
            scene.known(report, "NUMBERED", "1");
            odd.says("/servicerequestupdates.xml", status, "text/xml", body);
            write("Det är mörkt.");
            work();
            assertThat(state()).isEqualTo(state);
        }
    }

    /** Section 3.1 and 6.2, token: a receipt for words is asked about with growing pauses, and then the words are known by their number. */
    @ParameterizedTest
    @ValueSource(strings = {"update_tokens", "tokens"})
    void aReceiptForWordsBecomesANumber(String resource) {
        try (Script odd = new Script()) {
            scene.connect(ListeningScene.dialect(odd.url(), UpdatesFrom.UPDATES));
            scene.known(report, "NUMBERED", "1");
            odd.says(
                    "/servicerequestupdates.xml",
                    "<service_request_updates><request_update><token>k 1</token></request_update></service_request_updates>");
            write("Det är mörkt.");
            work();
            assertThat(state()).isEqualTo("DELIVERED");
            UpdateTokens tokens = tokens();
            assertThat(tokens.dueLanes()).isEmpty();
            clock.advance(Duration.ofMinutes(1));
            assertThat(tokens.dueLanes()).containsExactly(FORSHAGA);
            tokens.workOff(FORSHAGA, "server/t1", 5);
            assertThat(odd.asked()).anyMatch(address -> address.startsWith("/update_tokens/k%201.xml"));
            assertThat(tokens.dueLanes()).as("in the pause").isEmpty();

            odd.says(
                    "/" + resource + "/k%201.xml",
                    resource.equals("tokens")
                            ? "<service_requests><request><token>k 1</token><service_request_id>U77</service_request_id></request></service_requests>"
                            : "<service_request_updates><request_update><update_id>U77</update_id><token>k 1</token></request_update></service_request_updates>");
            clock.advance(Duration.ofHours(1));
            tokens.workOff(FORSHAGA, "server/t2", 5);
            assertThat(scene.list("select remote_update_id from update_delivery"))
                    .containsExactly("U77");
            clock.advance(Duration.ofDays(2));
            assertThat(tokens.dueLanes()).isEmpty();
            SentUpdates sent = new SentUpdates(scene.em, clock);
            assertThat(scene.transactions.<Boolean>call(() -> sent.isOurs(FORSHAGA, report.id(), "U77", "I andra ord")))
                    .isTrue();
        }
    }

    /** Section 6.2, token: for days, and no longer; our server may start anew in between, everything stands in the row. */
    @Test
    void aReceiptThatNeverBecomesANumberIsAskedAboutForAMonthAndNotForEver() {
        try (Script odd = new Script()) {
            scene.connect(ListeningScene.dialect(odd.url(), UpdatesFrom.UPDATES));
            scene.known(report, "NUMBERED", "1");
            odd.says(
                    "/servicerequestupdates.xml",
                    "<service_request_updates><request_update><token>k</token></request_update></service_request_updates>");
            write("Det är mörkt.");
            work();
            for (int day = 0; day < 40; day++) {
                clock.advance(Duration.ofDays(1));
                tokens().workOff(FORSHAGA, "server/day-" + day, 5);
            }
            assertThat(odd.asked().stream().filter(address -> address.startsWith("/update_tokens")))
                    .hasSizeBetween(28, 31);
            assertThat(scene.list("select next_poll_at from update_delivery")).containsOnlyNulls();
        }
    }

    private UpdateTokens tokens() {
        UpdateTokens tokens = new UpdateTokens();
        tokens.em = scene.em;
        tokens.calls = scene.calls;
        tokens.endpoints = scene.endpoints;
        tokens.rest = rest;
        tokens.transaction = scene.transactions;
        tokens.outcomes = new OutcomeKeeper(scene.transactions, pause -> {});
        tokens.clock = clock;
        return tokens;
    }

    private boolean rescued(boolean again) {
        long id = ((Number) scene.list("select id from update_delivery").get(0)).longValue();
        UpdateRescue rescue = new UpdateRescue(scene.em, due, clock);
        return scene.transactions.call(() -> again ? rescue.sendAgain(id) : rescue.handled(id));
    }

    @Test
    void whatWasRefusedIsSentAgainByPeopleOrMarkedAsHandled() {
        connected(UpdatesFrom.UPDATES);
        theirs.day(StandInDay.REFUSES);
        write("Det är mörkt.");
        work();
        assertThat(rescued(true)).isTrue();
        assertThat(state()).isEqualTo("DUE");
        work();
        assertThat(state()).isEqualTo("PARKED");
        theirs.day(StandInDay.NORMAL);
        rescued(true);
        work();
        assertThat(state()).isEqualTo("DELIVERED");
        assertThat(rescued(true)).as("what has arrived").isFalse();
        assertThat(rescued(false)).as("what has arrived").isFalse();
        scene.sql("update update_delivery set state = 'PARKED'");
        assertThat(rescued(false)).isTrue();
        assertThat(state()).isEqualTo("HANDLED");
        work();
        assertThat(theirs.book().updates()).hasSize(1);
    }

    /** Section 6.2, otherwise a person decides: but what has arrived after all is found first, and not sent again. */
    @Test
    void whatPeopleSendAgainIsLookedUpFirst() {
        connected(UpdatesFrom.UPDATES);
        theirs.day(StandInDay.FAILS_AFTER_STORING);
        write("Det är mörkt.");
        work();
        scene.sql("update update_delivery set state = 'PARKED'");
        theirs.day(StandInDay.NORMAL);
        rescued(true);
        work();
        assertThat(state()).isEqualTo("DELIVERED");
        assertThat(theirs.book().updates()).hasSize(1);
    }

    /** Section 6.2, otherwise a person decides: that person's word sends it where nothing can be looked up. */
    @Test
    void whatCannotBeLookedUpIsSentByThePersonWhoDecides() {
        connected(UpdatesFrom.REQUESTS);
        theirs.day(StandInDay.DOWN);
        write("Det är mörkt.");
        work();
        theirs.day(StandInDay.NORMAL);
        clock.advance(Duration.ofMinutes(2));
        work();
        assertThat(state()).isEqualTo("PARKED");
        rescued(true);
        work();
        assertThat(state()).isEqualTo("DELIVERED");
        assertThat(theirs.book().updates()).hasSize(1);
    }

    /** Media: pictures of what is not for everybody reach their system too, each sealed for that authority, and none opens more. */
    @Test
    void picturesOfAPrivateReportGoSealedForTheAuthority() {
        connected(UpdatesFrom.UPDATES);
        scene.transactions.run(() -> scene.em.find(Report.class, report.id()).keepPrivate(true));
        write("Så här ser det ut.");
        long update = ((Number) scene.list("select max(id) from report_update").get(0)).longValue();
        scene.transactions.run(() -> {
            for (int i = 0; i < 3; i++) {
                photos.add(
                        new PhotoOwner.Update(update),
                        "a.jpg",
                        new PreparedPhoto(new byte[] {1}, 4, 3, new byte[] {1}, 4, 3));
            }
        });
        work();
        assertThat(state()).isEqualTo("DELIVERED");
        List<String> media = theirs.calls().stream()
                .filter(call -> "POST".equals(call.method()))
                .findFirst()
                .orElseThrow()
                .arguments()
                .get("media_url");
        assertThat(media).hasSize(3).allSatisfy(url -> assertThat(url)
                .matches("https?://[^/]+/bild/[^/]+/full\\?sigill=1763\\.\\d+\\.[\\w-]{24}")
                .doesNotContain("nyckel"));
    }

    /** A silent server is left alone: words wait as reports do. */
    @Test
    void aServerThatDoesNotAnswerIsLeftAlone() {
        connected(UpdatesFrom.UPDATES);
        theirs.close();
        write("Ett.");
        write("Två.");
        work();
        assertThat(scene.list("select last_error from update_delivery order by id")
                        .get(1))
                .asString()
                .contains("Not called");
        assertThat(scene.list("select attempts from update_delivery order by id"))
                .as("what was not tried counts for nothing")
                .extracting(number -> ((Number) number).intValue())
                .containsExactly(1, 0);
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
