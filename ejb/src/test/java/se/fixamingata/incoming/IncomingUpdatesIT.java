package se.fixamingata.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.handling.Answer;
import se.fixamingata.handling.Handler;
import se.fixamingata.handling.HandlingScene;
import se.fixamingata.incoming.Received.Kind;
import se.fixamingata.integration.Integrations;
import se.fixamingata.open311.server.Arguments;
import se.fixamingata.open311.server.Reader;
import se.fixamingata.open311.server.ServiceUpdates;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.Visibility;

class IncomingUpdatesIT extends DatabaseTest {

    private static final String FORSHAGA = HandlingScene.FORSHAGA;

    private HandlingScene scene;
    private IncomingUpdates incoming;
    private Report report;

    @BeforeEach
    void start() {
        scene = new HandlingScene(em, clock);
        scene.authorities();
        incoming = IncomingScene.updates(em, scene.handling, clock);
        report = scene.report();
        clock.advance(Duration.ofDays(1));
    }

    private IncomingWord word(String remoteId, Instant at, String status, String text) {
        return word("poll", report.id(), remoteId, at, status, text);
    }

    private static IncomingWord word(
            String source, long report, String remoteId, Instant at, String status, String text) {
        return new IncomingWord(FORSHAGA, source, remoteId, report, at, status, true, null, text, null, null);
    }

    private Received receive(String remoteId, String status, String text) {
        Received received = incoming.receive(word(remoteId, clock.instant(), status, text));
        flushAndClear();
        report = em.find(Report.class, report.id());
        return received;
    }

    private List<Object> texts() {
        return scene.list("select u.text from report_update u where u.report_id = " + report.id() + " order by u.id");
    }

    @Test
    void theirWordsAndTheirStatusStandOnThePage() {
        Received received = receive("u1", "IN_PROGRESS", "Vi är på väg.");

        assertThat(received.kind()).isEqualTo(Kind.APPLIED);
        assertThat(report.status()).isEqualTo(ReportStatus.IN_PROGRESS);
        assertThat(scene.list(
                        "select concat_ws('|', h.id, h.update_id, h.kind, h.actor, h.actor_name, u.text) from history_entry h"
                                + " join report_update u on u.id = h.update_id"))
                .containsExactly(received.historyId() + "|" + received.updateId()
                        + "|STATUS|AUTHORITY|Forshaga kommun|Vi är på väg.");
        assertThat(scene.list("select concat_ws('|', actor, authority_code, action) from audit_entry"))
                .containsExactly("system:1763|1763|report.status");
        assertThat(new Integrations(em, clock).find(FORSHAGA).orElseThrow().lastReceivedAt())
                .isEqualTo(clock.instant());
    }

    /** Its authority may still answer a report that is hidden; the reporter reads it, and strangers hear of it neither now nor later. */
    @Test
    void whatIsSaidAboutAHiddenReportIsTheReportersAlone() {
        scene.follower(report.id(), "follow@example.org", "ACTIVE");
        report.show(Visibility.HIDDEN, clock.instant());
        flushAndClear();

        assertThat(receive("u1", "IN_PROGRESS", "Vi är på väg.").kind()).isEqualTo(Kind.APPLIED);
        Arguments everything = new Arguments(Map.of());
        ServiceUpdates told = new ServiceUpdates(em, clock);
        assertThat(told.list(everything, FORSHAGA, Reader.ANYBODY)).isEmpty();
        assertThat(scene.list("select concat_ws(' ', kind, recipient) from notification"))
                .containsExactly("REPORT_ANSWERED anna@example.org");

        report.show(Visibility.PUBLIC, clock.instant());
        flushAndClear();
        assertThat(told.list(everything, FORSHAGA, Reader.ANYBODY)).hasSize(1);
        assertThat(scene.list("select concat_ws(' ', kind, recipient) from notification"))
                .containsExactly("REPORT_ANSWERED anna@example.org");
        assertThat(receive("u2", "FIXED", "Klart.").kind()).isEqualTo(Kind.APPLIED);
        assertThat(scene.count("select count(*) from notification where recipient = 'follow@example.org'"))
                .isEqualTo(1);
    }

    @Test
    void theSameTwiceChangesNothingAndIsAnsweredTheSame() {
        Received first = receive("u1", "IN_PROGRESS", "Vi är på väg.");
        List<Long> traces = scene.traces();
        clock.advance(Duration.ofMinutes(10));

        assertThat(receive("u1", "in_progress", " Vi är på väg. "))
                .isEqualTo(new Received(Kind.NOTHING, first.updateId(), first.historyId()));
        assertThat(scene.traces()).isEqualTo(traces);
    }

    @Test
    void theSameChangedTheSecondTimeIsSaidToo() {
        receive("u1", "IN_PROGRESS", "Vi är på väg.");
        assertThat(receive("u1", "IN_PROGRESS", "Vi är framme.").kind()).isEqualTo(Kind.APPLIED);
        assertThat(texts()).containsExactly("Vi är på väg.", "Vi är framme.");
    }

    @Test
    void theSameWordsWithAnotherStatusAreNotSaidTwice() {
        receive("u1", "IN_PROGRESS", "Vi är på väg.");
        assertThat(receive("u1", "PLANNED", "Vi är på väg.").kind()).isEqualTo(Kind.APPLIED);
        assertThat(report.status()).isEqualTo(ReportStatus.PLANNED);
        assertThat(texts()).containsExactly("Vi är på väg.");
    }

    @Test
    void numbersThatDifferInCaseOrWayAreDifferentThings() {
        receive("a1", null, "Ett.");
        receive("A1", null, "Ett.");
        incoming.receive(word("mail", report.id(), "a1", clock.instant(), null, "Ett."));
        assertThat(texts()).containsExactly("Ett.", "Ett.", "Ett.");
    }

    @Test
    void anOlderStatusDoesNotTakeTheReportBack() {
        Instant then = clock.instant().minusSeconds(60);
        receive("u2", "FIXED", "Lagad.");
        Received older = incoming.receive(word("u1", then, "IN_PROGRESS", "Vi är på väg."));

        assertThat(older.kind()).isEqualTo(Kind.WORDS_ONLY);
        assertThat(em.find(Report.class, report.id()).status()).isEqualTo(ReportStatus.FIXED);
        assertThat(texts()).containsExactly("Lagad.", "Vi är på väg.");
    }

    @Test
    void whatSomebodyHereHasDoneSinceStays() {
        Instant then = clock.instant();
        clock.advance(Duration.ofHours(1));
        scene.handling.answer(
                Handler.byLink(FORSHAGA), Answer.of(report.id(), Answer.ANY_VERSION, ReportStatus.FIXED, "Lagad här."));
        flushAndClear();

        assertThat(incoming.receive(word("u1", then, "IN_PROGRESS", null)).kind())
                .isEqualTo(Kind.NOTHING);
        assertThat(em.find(Report.class, report.id()).status()).isEqualTo(ReportStatus.FIXED);
    }

    @Test
    void aClockThatIsSomeMinutesBehindLosesNothing() {
        receive("u1", "PLANNED", null);
        clock.advance(Duration.ofHours(1));
        scene.handling.answer(
                Handler.byLink(FORSHAGA), Answer.of(report.id(), Answer.ANY_VERSION, ReportStatus.IN_PROGRESS, null));
        clock.advance(Duration.ofMinutes(1));
        flushAndClear();

        incoming.receive(word("u2", clock.instant().minus(Duration.ofMinutes(4)), "FIXED", null));
        assertThat(em.find(Report.class, report.id()).status()).isEqualTo(ReportStatus.FIXED);
    }

    @Test
    void aClockThatIsAheadDoesNotMakeWhatFollowsOld() {
        incoming.receive(word("u1", clock.instant().plus(Duration.ofDays(2)), "PLANNED", null));
        clock.advance(Duration.ofHours(1));
        assertThat(receive("u2", "FIXED", null).kind()).isEqualTo(Kind.APPLIED);
        assertThat(report.status()).isEqualTo(ReportStatus.FIXED);
    }

    @Test
    void whatArrivesInTheWrongOrderEndsWhereItShould() {
        Instant start = clock.instant();
        clock.advance(Duration.ofHours(1));
        incoming.receive(word("u3", start.plusSeconds(30), "FIXED", null));
        incoming.receive(word("u1", start.plusSeconds(10), "INVESTIGATING", null));
        incoming.receive(word("u2", start.plusSeconds(20), "IN_PROGRESS", null));
        assertThat(em.find(Report.class, report.id()).status()).isEqualTo(ReportStatus.FIXED);
    }

    @Test
    void anImpossibleStatusIsWordsOnly() {
        receive("u1", "FIXED", null);
        clock.advance(Duration.ofHours(1));
        assertThat(receive("u2", "PLANNED", "Vi lagar i maj.").kind()).isEqualTo(Kind.WORDS_ONLY);
        assertThat(report.status()).isEqualTo(ReportStatus.FIXED);
    }

    @Test
    void anUnknownStatusIsWordsOnlyAndTheDeskIsTold() {
        assertThat(receive("u1", "avslutad-3", "Klart.").kind()).isEqualTo(Kind.WORDS_ONLY);
        assertThat(scene.list("select concat_ws('|', action, reason, subject, answer) from integration_fault"))
                .containsExactly("POLL|status|report:" + report.id() + "|avslutad-3");
    }

    @Test
    void nobodySpeaksAboutAReportOfSomebodyElses() {
        Report karlstads = scene.report(HandlingScene.KARLSTAD, "En lampa i Karlstad", "bo@example.org");
        List<Long> traces = scene.traces();

        IncomingWord foreign = word("key", karlstads.id(), "u1", clock.instant(), "FIXED", "Lagad.");
        assertThat(incoming.receive(foreign).kind()).isEqualTo(Kind.FOREIGN);
        flushAndClear();
        assertThat(incoming.receive(foreign).kind()).isEqualTo(Kind.FOREIGN);
        assertThat(scene.traces()).isEqualTo(traces);
        assertThat(scene.list("select concat_ws('|', authority_code, action, reason) from integration_fault"))
                .containsExactly("1763|CLIENT|foreign");
    }

    @Test
    void whatCameBeforeTheReportDidCountsOnceItIsTheirs() {
        Report report = scene.report(HandlingScene.KARLSTAD, "En lampa på gränsen", "bo@example.org");
        IncomingWord early = word("key", report.id(), "u1", clock.instant(), "FIXED", "Lagad.");
        assertThat(incoming.receive(early).kind()).isEqualTo(Kind.FOREIGN);
        flushAndClear();
        em.createNativeQuery("update report set authority_code = '1763' where id = " + report.id())
                .executeUpdate();
        flushAndClear();

        assertThat(incoming.receive(early).kind()).isEqualTo(Kind.APPLIED);
        flushAndClear();
        assertThat(incoming.receive(early).kind()).isEqualTo(Kind.NOTHING);
    }

    @Test
    void nobodySpeaksAboutAReportThatIsNotThere() {
        Report unconfirmed = scene.report(ReportStatus.UNCONFIRMED);
        assertThat(incoming.receive(word("poll", unconfirmed.id(), "u1", clock.instant(), "FIXED", "Lagad."))
                        .kind())
                .isEqualTo(Kind.UNKNOWN_REPORT);
        assertThat(incoming.receive(word("poll", 4_711_000, "u1", clock.instant(), "FIXED", "Lagad."))
                        .kind())
                .isEqualTo(Kind.UNKNOWN_REPORT);
    }

    @Test
    void aLongTextIsCutAndALongNumberKept() {
        String number = "n".repeat(500);
        receive(number, null, "x".repeat(5000));
        receive(number, null, "x".repeat(5000));
        assertThat(texts()).singleElement().satisfies(text -> assertThat((String) text)
                .hasSize(4000));
    }

    @Test
    void picturesAreWaitedForOnce() {
        List<String> first = List.of("https://bilder.example/1.jpg?sig=a", "https://bilder.example/1.jpg?sig=a");
        List<String> second = List.of(
                "https://bilder.example/1.jpg?sig=b", "https://bilder.example/2.jpg", "file:///etc/passwd", "nonsens");
        for (List<String> media : List.of(first, second)) {
            incoming.receive(new IncomingWord(
                    FORSHAGA,
                    "poll",
                    "u1",
                    report.id(),
                    clock.instant(),
                    null,
                    true,
                    null,
                    "Så här ser det ut.",
                    null,
                    null,
                    media));
            flushAndClear();
        }
        assertThat(scene.list(
                        "select p.url from remote_photo p join report_update u on u.id = p.update_id order by p.id"))
                .containsExactly("https://bilder.example/1.jpg?sig=a", "https://bilder.example/2.jpg");
    }

    @Test
    void theSameAtOnceIsSaidOnce() {
        em.getTransaction().rollback();
        long id = committed(own -> {
            HandlingScene around = new HandlingScene(own, clock);
            around.authorities();
            return around.report().id();
        });
        List<CompletableFuture<Kind>> all = Stream.generate(() -> CompletableFuture.supplyAsync(() -> committed(own -> {
                    IncomingWord said = word("key", id, "u1", clock.instant(), "FIXED", "Lagad.");
                    return IncomingScene.updates(own, new HandlingScene(own, clock).handling, clock)
                            .receive(said)
                            .kind();
                })))
                .limit(8)
                .toList();
        assertThat(all.stream().map(CompletableFuture::join).toList())
                .containsExactlyInAnyOrder(
                        Kind.APPLIED,
                        Kind.NOTHING,
                        Kind.NOTHING,
                        Kind.NOTHING,
                        Kind.NOTHING,
                        Kind.NOTHING,
                        Kind.NOTHING,
                        Kind.NOTHING);
        long updates = committed(own -> new HandlingScene(own, clock).count("select count(*) from report_update"));
        assertThat(updates).isEqualTo(1);
    }
}
