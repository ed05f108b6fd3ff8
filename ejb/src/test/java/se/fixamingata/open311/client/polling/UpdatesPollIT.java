package se.fixamingata.open311.client.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.fixamingata.DatabaseTest;
import se.fixamingata.integration.ServerAnswersAgain;
import se.fixamingata.open311.StandIn;
import se.fixamingata.open311.StandInDay;
import se.fixamingata.open311.client.Endpoint;
import se.fixamingata.open311.client.ListeningScene;
import se.fixamingata.open311.client.UpdatesFrom;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.sending.TestTransactions.Killed;

/** What their server says in {@code servicerequestupdates} stands on the page: once, in order, never back (R23; open311.md, 6.2). */
class UpdatesPollIT extends DatabaseTest {

    private ListeningScene scene;
    private Listener listener;
    private StandIn theirs;
    private Report report;
    private String number;

    @BeforeEach
    void start() {
        dataSource();
        scene = new ListeningScene(clock);
        theirs = new StandIn(clock);
        theirs.book().service("lamp", "Belysning", "realtime");
        scene.connect(ListeningScene.dialect(theirs.url(), UpdatesFrom.UPDATES));
        listener = new Listener(scene, "a");
        report = scene.report();
        number = scene.posted(report);
        listener.comeBy();
        theirs.calls();
        clock.advance(Duration.ofHours(1));
    }

    @AfterEach
    void stop() {
        theirs.close();
    }

    private void ask() {
        clock.advance(Duration.ofMinutes(6));
        assertThat(listener.comeBy()).isTrue();
    }

    private List<String> windows() {
        return theirs.calls().stream()
                .filter(call -> call.path().endsWith("servicerequestupdates.xml"))
                .map(call -> call.arguments().get("start_date").get(0) + " "
                        + call.arguments().get("end_date").get(0))
                .toList();
    }

    private ReportStatus status() {
        return scene.reread(report).status();
    }

    /** Section 6.2, polling window: deduplicated by update_id. */
    @Test
    void wordsAndStatusStandOnThePageOnceHoweverOftenTheyAreHeard() {
        theirs.book().update(number, "IN_PROGRESS", "Vi är på väg.");
        ask();
        ask();
        assertThat(scene.texts()).containsExactly("Vi är på väg.");
        assertThat(status()).isEqualTo(ReportStatus.IN_PROGRESS);
        assertThat(scene.endpoint().pollSucceededAt()).isEqualTo(clock.instant());
        assertThat(scene.list("select count(*) from integration_fault")).containsExactly(0L);
    }

    @Test
    void theSameUpdateThatSaysSomethingElseTheSecondTimeIsHeard() {
        String id = theirs.book().update(number, "IN_PROGRESS", "Vi är på väg.");
        ask();
        theirs.book().reword(id, "Vi är på väg, i morgon.");
        ask();
        assertThat(scene.texts()).containsExactly("Vi är på väg.", "Vi är på väg, i morgon.");
    }

    /** Section 6.2, polling window: overlap, a day caught up, the end a little before now. */
    @Test
    void windowsOverlapAndReachBackADayOnceADay() {
        clock.set(Instant.parse("2026-11-23T12:00:05Z"));
        listener.comeBy();
        windows();
        clock.set(Instant.parse("2026-11-23T12:05:05Z"));
        listener.comeBy();
        assertThat(windows()).containsExactly("2026-11-23T10:00:00Z 2026-11-23T12:05:00Z");

        clock.set(Instant.parse("2026-11-24T00:05:05Z"));
        listener.comeBy();
        assertThat(windows())
                .containsExactly(
                        "2026-11-22T12:05:00Z 2026-11-23T12:05:00Z", "2026-11-23T12:05:00Z 2026-11-24T00:05:00Z");
    }

    /** Section 6.2, polling window: a list that may end at a page's end is asked for again in shorter windows, and nothing is lost. */
    @Test
    void whatStandsBehindThePagesEndIsHeardToo() {
        theirs.pages(20);
        Instant began = clock.instant();
        for (int i = 1; i <= 95; i++) {
            theirs.book()
                    .update(
                            i % 19 == 0 ? number : "nobody's",
                            "IN_PROGRESS",
                            "Ord " + i,
                            "",
                            began.plusSeconds(i * 10L));
        }
        clock.advance(Duration.ofHours(1));
        assertThat(listener.comeBy()).isTrue();
        assertThat(scene.texts()).containsExactly("Ord 19", "Ord 38", "Ord 57", "Ord 76", "Ord 95");
        assertThat(scene.endpoint().pollFailures()).isZero();
    }

    /** Section 6.2, polling window: a server so slow that a visit ends before all is heard is visited again, where it was left. */
    @Test
    void aVisitEndsAfterMinutesAndGoesOnWhereItWas() {
        theirs.day(StandInDay.DOWN);
        clock.advance(Duration.ofDays(20));
        assertThat(listener.comeBy()).isTrue();
        theirs.day(StandInDay.NORMAL);
        theirs.book().update(number, "IN_PROGRESS", "Till sist.", "", clock.instant());
        theirs.calls();
        theirs.onCall(() -> clock.advance(Duration.ofSeconds(50)));
        int visits = 0;
        for (; scene.texts().isEmpty() && visits < 20; visits++) {
            clock.advance(Duration.ofMinutes(5));
            listener.comeBy();
            assertThat(windows().size()).as("questions of one visit").isLessThan(8);
        }
        assertThat(scene.texts()).containsExactly("Till sist.");
        assertThat(visits).isBetween(3, 15);
        assertThat(scene.endpoint().pollFailures()).isZero();
    }

    /** Section 6.2, polling window: backends log late. */
    @Test
    void whatTheirSystemLogsLateIsHeardAllTheSame() {
        ask();
        theirs.book()
                .update(number, "PLANNED", "Loggat sent.", "", clock.instant().minus(Duration.ofMinutes(90)));
        ask();
        assertThat(scene.texts()).containsExactly("Loggat sent.");
    }

    /** Section 6.2, polling window: clocks differ. */
    @Test
    void aClockThatIsAheadCostsNothingAndTakesNothingBack() {
        theirs.book()
                .update(number, "IN_PROGRESS", "Framtiden.", "", clock.instant().plus(Duration.ofMinutes(20)));
        ask();
        assertThat(scene.texts()).isEmpty();
        clock.advance(Duration.ofMinutes(30));
        ask();
        assertThat(scene.texts()).containsExactly("Framtiden.");
    }

    /** Section 6.2, polling window: ordered by updated_datetime. */
    @Test
    void theyAreTakenInTheOrderInWhichTheyHappenedWhateverTheListsOrder() {
        Instant now = clock.instant();
        theirs.book().update(number, "FIXED", "Klart.", "", now);
        theirs.book().update(number, "IN_PROGRESS", "Vi börjar.", "", now.minusSeconds(600));
        ask();
        assertThat(scene.texts()).containsExactly("Vi börjar.", "Klart.");
        assertThat(status()).isEqualTo(ReportStatus.FIXED);
    }

    /** Section 6.2, polling window: never back because of something older. */
    @Test
    void somethingOlderThatComesLaterDoesNotTakeTheStatusBack() {
        Instant then = clock.instant().minusSeconds(600);
        theirs.book().update(number, "FIXED", "Klart.");
        ask();
        theirs.book().update(number, "IN_PROGRESS", "Vi börjar.", "", then);
        ask();
        assertThat(status()).isEqualTo(ReportStatus.FIXED);
        assertThat(scene.texts()).containsExactly("Klart.", "Vi börjar.");
    }

    /** Section 6.2, echo. */
    @Test
    void casesThatAreNotOursAndWordsOfTheReportItselfAreNothing() {
        theirs.book().update("nobody's", "CLOSED", "Någon annans.");
        theirs.book().update(number, "OPEN", "Den blinkar hela natten  utanför skolan.");
        ask();
        assertThat(scene.texts()).isEmpty();
        assertThat(status()).isEqualTo(ReportStatus.REPORTED);
    }

    /** Section 6.2, status: unknown values. */
    @Test
    void aStatusThatWeDoNotKnowKeepsTheWordsAndIsNoted() {
        theirs.book().update(number, "AWAITING_PARTS", "Väntar på delar.");
        ask();
        assertThat(scene.texts()).containsExactly("Väntar på delar.");
        assertThat(status()).isEqualTo(ReportStatus.REPORTED);
        assertThat(scene.list("select concat(action, ' ', reason) from integration_fault"))
                .containsExactly("POLL status");
    }

    @Test
    void aServerThatIsDownForDaysHasEverythingHeardAfterwards() {
        theirs.day(StandInDay.DOWN);
        theirs.book().update(number, "IN_PROGRESS", "Första dagen.");
        for (int day = 0; day < 3; day++) {
            clock.advance(Duration.ofDays(1));
            assertThat(listener.comeBy()).isTrue();
        }
        assertThat(scene.texts()).isEmpty();
        assertThat(scene.endpoint().pollFailures()).isEqualTo(3);
        assertThat(listener.comeBy()).as("in the pause after a failure").isFalse();
        assertThat(listener.answers.fired()).isEmpty();
        theirs.day(StandInDay.NORMAL);
        clock.advance(Duration.ofHours(1));
        listener.comeBy();
        assertThat(scene.texts()).containsExactly("Första dagen.");
        assertThat(scene.endpoint().pollFailures()).isZero();
        assertThat(listener.answers.fired()).containsExactly(new ServerAnswersAgain("1763"));
        clock.advance(Duration.ofHours(1));
        listener.comeBy();
        assertThat(listener.answers.fired()).as("told once").hasSize(1);
    }

    /** Section 6.2, errors with 200, HTML pages. */
    @ParameterizedTest
    @EnumSource(
            value = StandInDay.class,
            names = {"PAGE", "BOMB", "ERROR_WITH_200", "HUGE", "DOWN"})
    void anAnswerThatMakesNoSenseIsKeptForTheDeskAndAskedForAgain(StandInDay day) {
        Instant heard = scene.endpoint().polledUntil();
        theirs.book().update(number, "PLANNED", "Sedan.");
        theirs.day(day);
        ask();
        assertThat(scene.endpoint().polledUntil()).isEqualTo(heard);
        assertThat(scene.list("select action from integration_fault where action = 'POLL'"))
                .hasSize(1);
        assertThat(scene.list("select concat(request, answer) from integration_fault"))
                .noneMatch(text -> String.valueOf(text).contains("nyckel")
                        || String.valueOf(text).contains("anna@"));
        theirs.day(StandInDay.NORMAL);
        ask();
        assertThat(scene.texts()).containsExactly("Sedan.");
    }

    @Test
    void whileTheWayIsClosedNobodyIsAsked() {
        scene.sql("update integration set paused_at = now(6)");
        clock.advance(Duration.ofHours(1));
        assertThat(listener.comeBy()).isFalse();
        assertThat(theirs.calls()).isEmpty();
        scene.sql("update integration set paused_at = null");
        assertThat(listener.comeBy()).isTrue();
    }

    @Test
    void ofTwoServersOneAsks() {
        clock.advance(Duration.ofMinutes(6));
        Listener other = new Listener(scene, "b");
        Endpoint taken = other.turns.take("1763", "b/1").orElseThrow();
        assertThat(listener.comeBy()).isFalse();
        other.turns.release(taken, "b/1");
        assertThat(listener.comeBy()).isTrue();
    }

    @Test
    void aServerThatDiesIsFollowedByAnotherAndNothingIsSaidTwice() {
        theirs.book().update(number, "IN_PROGRESS", "Ett.");
        theirs.book().update(number, "IN_PROGRESS", "Två.");
        clock.advance(Duration.ofMinutes(6));
        // Look, take, two steps for the services, alive, news, hear: the first is said, and then it dies.
        scene.transactions.killAfter(7);
        assertThatThrownBy(listener::comeBy).isInstanceOf(Killed.class);
        assertThat(scene.texts()).containsExactly("Ett.");

        Listener other = new Listener(scene, "b");
        assertThat(other.comeBy()).as("the lease of the dead holds").isFalse();
        clock.advance(EndpointTurns.LEASE.plusSeconds(1));
        assertThat(other.comeBy()).isTrue();
        assertThat(scene.texts()).containsExactly("Ett.", "Två.");
    }
}
