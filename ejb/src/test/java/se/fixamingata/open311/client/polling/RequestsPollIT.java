package se.fixamingata.open311.client.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.open311.StandIn;
import se.fixamingata.open311.client.AttributeStyle;
import se.fixamingata.open311.client.EndpointDialect;
import se.fixamingata.open311.client.ListeningScene;
import se.fixamingata.open311.client.Script;
import se.fixamingata.open311.client.UpdatesFrom;
import se.fixamingata.open311.wire.WireFormat;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportStatus;

/** Servers without a list of updates are asked for our requests by their numbers (R23; open311.md, 6.2). */
class RequestsPollIT extends DatabaseTest {

    private ListeningScene scene;
    private Listener listener;
    private StandIn theirs;
    private Script script;
    private Report report;

    @BeforeEach
    void start() {
        dataSource();
        scene = new ListeningScene(clock);
        listener = new Listener(scene, "a");
        theirs = new StandIn(clock);
        theirs.book().service("lamp", "Belysning", "realtime");
        script = new Script();
        report = scene.report();
    }

    @AfterEach
    void stop() {
        theirs.close();
        script.close();
    }

    private String strict() {
        scene.connect(ListeningScene.dialect(theirs.url(), UpdatesFrom.REQUESTS));
        return scene.posted(report);
    }

    private void odd(boolean extended) {
        scene.connect(new EndpointDialect(
                script.url(),
                null,
                WireFormat.XML,
                AttributeStyle.BRACKETS,
                extended,
                "fixed",
                UpdatesFrom.REQUESTS,
                true,
                ZoneId.of("Europe/Stockholm"),
                null));
        scene.known(report, "NUMBERED", "007");
    }

    private void ask() {
        clock.advance(Duration.ofMinutes(6));
        assertThat(listener.comeBy()).isTrue();
    }

    private ReportStatus status() {
        return scene.reread(report).status();
    }

    private static String request(String number, String status, String notes, String at) {
        return "<service_requests><request><service_request_id>" + number + "</service_request_id><status>" + status
                + "</status><status_notes>" + notes + "</status_notes><updated_datetime>" + at
                + "</updated_datetime></request></service_requests>";
    }

    /** Section 6.2, without updates support: description = status_notes. */
    @Test
    void aChangeOfStatusWithItsNotesIsSaidOnce() {
        String number = strict();
        ask();
        assertThat(scene.texts()).isEmpty();
        theirs.book().change(number, "in_progress", "Vi är på väg.");
        ask();
        ask();
        theirs.book().change(number, "closed", "Lampan är bytt.");
        ask();
        assertThat(scene.texts()).containsExactly("Vi är på väg.", "Lampan är bytt.");
        assertThat(status()).isEqualTo(ReportStatus.NO_ACTION);
    }

    @Test
    void notesThatStayAreNotSaidAgainWithTheNextStatus() {
        String number = strict();
        theirs.book().change(number, "in_progress", "Ärendet är fördelat.");
        ask();
        clock.advance(Duration.ofMinutes(1));
        theirs.book().change(number, "planned", "Ärendet är fördelat.");
        ask();
        clock.advance(Duration.ofMinutes(1));
        theirs.book().change(number, "planned", "Ärendet är fördelat.");
        ask();
        assertThat(scene.texts()).containsExactly("Ärendet är fördelat.");
        assertThat(status()).isEqualTo(ReportStatus.PLANNED);
    }

    /** Section 6.2, echo: what we said, or what the report itself says, is nobody's answer when it comes back as status notes. */
    @Test
    void whatTheyRepeatAfterUsIsNotTheirs() {
        String number = strict();
        scene.wrote(report, "Det är fortfarande mörkt här.");
        theirs.book().change(number, "in_progress", "Det är  fortfarande mörkt\nhär.");
        ask();
        assertThat(scene.texts()).hasSize(1);
        assertThat(status()).isEqualTo(ReportStatus.IN_PROGRESS);
        clock.advance(Duration.ofMinutes(1));
        theirs.book().change(number, "planned", report.description());
        ask();
        assertThat(scene.texts()).hasSize(1);
        assertThat(status()).isEqualTo(ReportStatus.PLANNED);
    }

    /** A system whose notes count the days or tell the hour must not write a page full and mail everybody about it. */
    @Test
    void aSystemThatSaysSomethingElseEachTimeIsHeardSoOftenADayAndNoMore() {
        String number = strict();
        for (int i = 0; i < 60; i++) {
            theirs.book().change(number, i < 59 ? "in_progress" : "planned", "Väntat i " + i + " minuter.");
            ask();
        }
        assertThat(scene.texts()).hasSize(30);
        assertThat(status()).as("the status counts all the same").isEqualTo(ReportStatus.PLANNED);
        assertThat(scene.list("select distinct reason from integration_fault")).containsExactly("flood");
        clock.advance(Duration.ofDays(2));
        theirs.book().change(number, "planned", "I morgon.");
        ask();
        assertThat(scene.texts()).endsWith("I morgon.");
    }

    /** Section 6.2, status in any case; 6.3, missing zone = the endpoint's. */
    @Test
    void onlyOpenAndClosedMeanWhatTheEndpointSays() {
        odd(false);
        script.says("/requests", request("007", "Closed", "", "2026-11-23T09:30:00"));
        clock.set(Instant.parse("2026-11-23T10:00:00Z"));
        ask();
        assertThat(status()).isEqualTo(ReportStatus.FIXED);
        assertThat(scene.texts()).containsExactly("Felet är åtgärdat.");
        assertThat(scene.list("select date_format(remote_updated_at, '%H:%i') from remote_request"))
                .as("a time without zone is Swedish")
                .containsExactly("08:30");
    }

    /** Section 6.2, empty updated_datetime (Toronto). */
    @Test
    void anEmptyTimeIsNowAndTheSameIsStillTheSame() {
        odd(true);
        script.says("/requests", request("007", "in_progress", "Vi tittar.", ""));
        ask();
        ask();
        assertThat(scene.texts()).containsExactly("Vi tittar.");
        assertThat(status()).isEqualTo(ReportStatus.IN_PROGRESS);
    }

    /** Section 6.2, never back because of something older. */
    @Test
    void whatIsOlderThanOurOwnLastWordDoesNotTakeTheReportBack() {
        String number = strict();
        theirs.book().change(number, "planned", "");
        clock.advance(Duration.ofHours(1));
        scene.sql("update report set status = 'FIXED' where id = " + report.id());
        scene.sql("insert into history_entry (id, report_id, at, kind, actor, from_status, to_status) values (1, "
                + report.id() + ", '2026-11-23 08:50', 'STATUS', 'AUTHORITY', 'REPORTED', 'FIXED')");
        ask();
        assertThat(status()).isEqualTo(ReportStatus.FIXED);
    }

    /** Section 6.2, without updates support: the ids in chunks. */
    @Test
    void manyAreAskedForTogetherInAddressesThatEveryServerTakes() {
        strict();
        for (int i = 0; i < 44; i++) {
            scene.posted(scene.report());
        }
        theirs.calls();
        ask();
        List<Integer> sizes = new ArrayList<>();
        theirs.calls().stream()
                .filter(call -> call.path().endsWith("/requests.xml"))
                .forEach(call -> sizes.add(
                        call.arguments().get("service_request_id").get(0).split(",").length));
        assertThat(sizes).containsExactly(20, 20, 5);
        assertThat(scene.list("select count(*) from remote_request where remote_status is null"))
                .containsExactly(0L);
    }

    /** Section 6.2, without updates support: page_size may cut the answer. */
    @Test
    void aServerThatAnswersOnlyTheFirstOfSeveralIsAskedForTheOthersAgain() {
        odd(true);
        Report second = scene.report();
        scene.known(second, "NUMBERED", "008");
        script.says("/requests/008.xml", request("008", "planned", "Två.", "2026-11-23T09:00:00+01:00"));
        script.says("/requests.xml", request("007", "planned", "Ett.", "2026-11-23T09:00:00+01:00"));
        ask();
        assertThat(scene.texts()).containsExactlyInAnyOrder("Ett.", "Två.");
    }

    /** Section 6.2, single object, null, any type. */
    @Test
    void aServerThatKnowsNoListsIsAskedOneByOne() {
        odd(true);
        Report second = scene.report();
        scene.known(second, "NUMBERED", "0/8 ä");
        script.says("/requests/007.xml", request("007", "planned", "Ett.", ""));
        script.says(
                "/requests/0%2F8%20%C3%A4.xml",
                200,
                "application/json",
                "[{\"service_request_id\":\"0/8 ä\",\"status\":\"PLANNED\",\"status_notes\":\"Två.\",\"updated_datetime\":null}]");
        ask();
        assertThat(scene.texts()).containsExactlyInAnyOrder("Ett.", "Två.");
        assertThat(scene.list("select count(*) from integration_fault where action = 'POLL'"))
                .containsExactly(0L);
    }

    @Test
    void oneThatTheyDoNotShowIsAskedForLaterAndCostsNoOther() {
        odd(true);
        Report second = scene.report();
        scene.known(second, "NUMBERED", "008");
        script.says("/requests/008.xml", request("008", "planned", "Två.", ""));
        ask();
        assertThat(scene.texts()).containsExactly("Två.");
        assertThat(scene.list("select count(*) from remote_request where next_poll_at > now(6) - interval 100 year"))
                .containsExactly(2L);
    }

    @Test
    void aServerThatKnowsNoneOfSeveralIsShownToPeople() {
        odd(true);
        scene.known(scene.report(), "NUMBERED", "008");
        ask();
        assertThat(scene.list("select concat(action, ' ', reason) from integration_fault where action = 'POLL'"))
                .containsExactly("POLL refused");
    }

    /** Section 6.2, requests without service_request_id. */
    @Test
    void aTokenAndAReportWithoutNumberAreNotAskedFor() {
        scene.connect(ListeningScene.dialect(theirs.url(), UpdatesFrom.REQUESTS));
        scene.known(report, "TOKEN", null);
        ask();
        assertThat(theirs.calls()).noneMatch(call -> call.path().contains("requests"));
    }

    @Test
    void theLongerNothingHappensTheSeldomerItIsAskedFor() {
        AskedRequests asked = new AskedRequests(Listener.EVERY);
        Instant now = clock.instant();
        AskedRequest fresh = new AskedRequest(1, 1, "1", null, null, null, true, now.minus(Duration.ofHours(3)));
        AskedRequest old = new AskedRequest(1, 1, "1", null, null, null, true, now.minus(Duration.ofDays(50)));
        AskedRequest closed = new AskedRequest(1, 1, "1", null, null, null, false, now.minus(Duration.ofDays(9000)));
        assertThat(asked.pause(fresh, now)).isLessThan(Listener.EVERY);
        assertThat(asked.pause(old, now)).isBetween(Duration.ofHours(2), Duration.ofHours(3));
        assertThat(asked.pause(closed, now)).isEqualTo(Duration.ofDays(30));
    }
}
