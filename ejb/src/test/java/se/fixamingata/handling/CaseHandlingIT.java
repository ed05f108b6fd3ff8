package se.fixamingata.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.fixamingata.DatabaseTest;
import se.fixamingata.RecordedEvents;
import se.fixamingata.account.Caller;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.account.Role;
import se.fixamingata.handling.HandlingResult.Conflict;
import se.fixamingata.handling.HandlingResult.Done;
import se.fixamingata.handling.HandlingResult.Invalid;
import se.fixamingata.photo.PreparedPhoto;
import se.fixamingata.report.HistoryEntry;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportChanged;
import se.fixamingata.report.ReportStatus;

class CaseHandlingIT extends DatabaseTest {

    private static final PreparedPhoto PHOTO = new PreparedPhoto(new byte[] {1}, 800, 600, new byte[] {2}, 320, 240);
    private static final byte[] PDF = "%PDF-1.7 …".getBytes(StandardCharsets.UTF_8);
    /** The clock stands at 23 November 2026. */
    private static final LocalDate TOMORROW = LocalDate.of(2026, 11, 24);

    private HandlingScene scene;
    private Caller caller;
    private Handler by;
    private Report report;

    @BeforeEach
    void scene() {
        scene = new HandlingScene(em, clock);
        scene.authorities();
        caller = scene.staff("1763", Role.CASEWORKER);
        by = Handler.of(caller);
        report = scene.report();
        clock.advance(Duration.ofHours(1));
    }

    private HandlingResult answer(ReportStatus status, String text) {
        return scene.handling.answer(by, Answer.of(report.id(), report.version(), status, text));
    }

    @Test
    void anAnswerIsToldEverywhereAtOnce() {
        scene.follower(report.id(), "foljer@example.org", "ACTIVE");
        scene.follower(report.id(), "kanske@example.org", "UNCONFIRMED");
        scene.follower(report.id(), "slut@example.org", "ENDED");
        scene.follower(report.id(), "anna@example.org", "ACTIVE");
        ReportChanged.OnMap before = ReportChanged.OnMap.of(report);
        report.caseFile().news(clock.instant());
        em.flush();

        HandlingResult result = answer(ReportStatus.IN_PROGRESS, "Vi byter\u0007 lampan i morgon.\r\nTack!");
        flushAndClear();
        report = em.find(Report.class, report.id());

        assertThat(result).isEqualTo(new Done(report.id(), report.version()));
        assertThat(report.status()).isEqualTo(ReportStatus.IN_PROGRESS);
        assertThat(report.caseFile().answeredAt()).isEqualTo(clock.instant());
        assertThat(report.caseFile().newsAt()).isNull();
        assertThat(scene.list("select text from report_update")).containsExactly("Vi byter lampan i morgon.\nTack!");
        assertThat(scene.list(
                        "select concat_ws('|', kind, from_status, to_status, actor, actor_name, coalesce(text, '-'),"
                                + " account_id = " + caller.accountId()
                                + ", update_id is not null) from history_entry where kind = 'STATUS'"))
                .containsExactly("STATUS|REPORTED|IN_PROGRESS|AUTHORITY|Forshaga kommun|-|1|1");
        assertThat(scene.list(
                        "select concat_ws('|', kind, recipient, language, state) from notification order by kind"))
                .containsExactly(
                        "FOLLOWED_REPORT_ANSWERED|foljer@example.org|en|DUE",
                        "REPORT_ANSWERED|anna@example.org|sv|DUE");
        assertThat(scene.list("select concat_ws('|', account_id = " + caller.accountId()
                        + ", authority_code, action, subject, before_value, after_value) from audit_entry"
                        + " where action like 'report.%'"))
                .containsExactly("1|1763|report.status|report:" + report.id()
                        + "|reported|in_progress: Vi byter lampan i morgon.\nTack!");
        assertThat(scene.changed.fired())
                .containsExactly(new ReportChanged(report.id(), before, ReportChanged.OnMap.of(report)));
        long entry = scene.count("select id from history_entry where kind = 'STATUS'");
        assertThat(scene.statusChanged.fired())
                .containsExactly(
                        new StatusChanged(report.id(), entry, ReportStatus.REPORTED, ReportStatus.IN_PROGRESS));
        assertThat(scene.answered.fired()).containsExactly(new AuthorityAnswered(report.id(), entry));
    }

    @Test
    void wordsAloneLeaveTheStatusAndStillMakeAnotherVersion() {
        report.caseFile().answered(clock.instant());
        flushAndClear();
        int before = report.version();

        Done done = (Done) answer(null, "Vi väntar på en reservdel.");
        flushAndClear();

        assertThat(done.version()).isGreaterThan(before);
        assertThat(em.find(Report.class, report.id()).version()).isEqualTo(done.version());
        assertThat(scene.statusChanged.fired()).isEmpty();
        assertThat(scene.answered.fired()).hasSize(1);
        assertThat(scene.list("select kind from history_entry where update_id is not null"))
                .containsExactly("COMMENT");
    }

    @Test
    void theVersionItGivesIsTheOneToGoOnWith() {
        Done first = (Done) answer(ReportStatus.INVESTIGATING, "Vi tittar på det.");
        em.clear();
        HandlingResult second =
                scene.handling.answer(by, Answer.of(report.id(), first.version(), ReportStatus.FIXED, null));
        assertThat(second).isInstanceOf(Done.class);
    }

    @Test
    void photosAndDocumentsGoWithTheWords() {
        Answer answer = new Answer(
                report.id(),
                report.version(),
                ReportStatus.FIXED,
                "Lampan lyser igen.",
                false,
                null,
                List.of(new NewPhoto("../efter.jpg", PHOTO), new NewPhoto(null, PHOTO)),
                List.of(new NewDocument("C:\\besiktning.pdf", PDF)));

        assertThat(scene.handling.answer(by, answer)).isInstanceOf(Done.class);

        assertThat(
                        scene.list(
                                "select p.file_name from photo p join report_update u on u.id = p.update_id order by p.sort_order"))
                .containsExactly("efter.jpg", "bild");
        assertThat(scene.list("select concat(file_name, ' ', length) from update_document"))
                .containsExactly("besiktning.pdf " + PDF.length);
    }

    @ParameterizedTest
    @CsvSource({
        "NO_ACTION, , text, handling.text.missing",
        "NOT_RESPONSIBLE, '  ', text, handling.text.missing",
        "NO_ACTION, '\u200b\u2060', text, handling.text.missing",
        ", , text, handling.text.empty",
        "REPORTED, , text, handling.text.empty",
        "DUPLICATE, Samma, status, report.status.merge",
        "UNCONFIRMED, Nej, status, report.status.illegal"
    })
    void whatIsNoAnswerChangesNothing(ReportStatus status, String text, String field, String key) {
        List<Long> before = scene.traces();
        assertThat(answer(status, text)).isEqualTo(new Invalid(field, key));
        assertThat(scene.traces()).isEqualTo(before);
        assertThat(scene.changed.fired()).isEmpty();
    }

    @Test
    void fourThousandCharactersAreKeptAndOneMoreIsNot() {
        String longest = "🚲".repeat(4000);
        assertThat(answer(null, longest + "!")).isEqualTo(new Invalid("text", "handling.text.long"));
        assertThat(answer(null, longest)).isInstanceOf(Done.class);
        assertThat(scene.list("select text from report_update")).containsExactly(longest);
    }

    @Test
    void filesAreCounted() {
        assertThat(files("Text", 6, List.of())).isEqualTo(new Invalid("photos", "handling.photos.many"));
        assertThat(files(null, 1, List.of())).isEqualTo(new Invalid("text", "handling.text.files"));
        assertThat(files("Text", 0, Collections.nCopies(4, new NewDocument("a.pdf", PDF))))
                .isEqualTo(new Invalid("documents", "handling.documents.many"));
        assertThat(files(
                        "Text",
                        0,
                        List.of(new NewDocument("a.pdf", "PK\u0003\u0004".getBytes(StandardCharsets.UTF_8)))))
                .isEqualTo(new Invalid("documents", "handling.documents.kind"));
        assertThat(files("Text", 0, List.of(new NewDocument("a.pdf", new byte[0]))))
                .isEqualTo(new Invalid("documents", "handling.documents.kind"));
        byte[] heavy = new byte[NewDocument.MAX_BYTES + 1];
        System.arraycopy(PDF, 0, heavy, 0, PDF.length);
        assertThat(files("Text", 0, List.of(new NewDocument("a.pdf", heavy))))
                .isEqualTo(new Invalid("documents", "handling.documents.size"));
    }

    private HandlingResult files(String text, int photos, List<NewDocument> documents) {
        return scene.handling.answer(
                by,
                new Answer(
                        report.id(),
                        report.version(),
                        null,
                        text,
                        false,
                        null,
                        Collections.nCopies(photos, new NewPhoto("a.jpg", PHOTO)),
                        documents));
    }

    @Test
    void aDayIsPromisedAndTakenBack() {
        Done promised = (Done) promise(report.version(), ReportStatus.PLANNED, "I morgon.", TOMORROW);
        assertThat(em.find(Report.class, report.id()).caseFile().expectedOn()).isEqualTo(TOMORROW);
        Done back = (Done) promise(promised.version(), null, null, null);
        assertThat(em.find(Report.class, report.id()).caseFile().expectedOn()).isNull();

        assertThat(scene.list("select detail from history_entry where kind = 'EXPECTED' order by id"))
                .containsExactly("2026-11-24", "");
        assertThat(scene.count("select count(*) from notification")).isEqualTo(2);
        assertThat(promise(back.version(), null, null, TOMORROW.minusDays(2)))
                .isEqualTo(new Invalid("expectedOn", "handling.expected.past"));
        assertThat(promise(back.version(), null, null, TOMORROW.plusYears(11)))
                .isEqualTo(new Invalid("expectedOn", "handling.expected.far"));
        assertThat(promise(back.version(), ReportStatus.FIXED, "Klart.", TOMORROW))
                .isEqualTo(new Invalid("expectedOn", "handling.expected.closed"));
    }

    private HandlingResult promise(int version, ReportStatus status, String text, LocalDate day) {
        return scene.handling.answer(
                by, new Answer(report.id(), version, status, text, true, day, List.of(), List.of()));
    }

    @Test
    void whoComesSecondIsToldWhoDidWhat() {
        int seen = report.version();
        Caller colleague = scene.staff("1763", Role.CASEWORKER);
        scene.handling.answer(
                Handler.of(colleague), Answer.of(report.id(), seen, ReportStatus.FIXED, "Jag var först."));
        clock.advance(Duration.ofMinutes(1));
        List<Long> before = scene.traces();

        Conflict conflict =
                (Conflict) scene.handling.answer(by, Answer.of(report.id(), seen, ReportStatus.PLANNED, "Jag med."));

        assertThat(conflict.version())
                .isEqualTo(em.find(Report.class, report.id()).version());
        assertThat(conflict.since()).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(HistoryEntry.Kind.STATUS);
            assertThat(event.who()).isEqualTo("CASEWORKER 1763");
            assertThat(event.accountId()).isEqualTo(colleague.accountId());
            assertThat(event.text()).isEqualTo("Jag var först.");
            assertThat(event.toStatus()).isEqualTo(ReportStatus.FIXED);
        });
        assertThat(scene.traces()).isEqualTo(before);
    }

    @Test
    void aReportThatWasMergedJustNowIsToldSo() {
        int seen = report.version();
        Report main = scene.report("1763", "Samma lampa", "main@example.org");
        scene.merging.merge(caller, report.id(), seen, main.id(), "Samma lampa.");

        Conflict conflict =
                (Conflict) scene.handling.answer(by, Answer.of(report.id(), seen, ReportStatus.FIXED, "Klart."));
        assertThat(conflict.since()).extracting("toStatus").containsExactly(ReportStatus.DUPLICATE);
        assertThat(scene.handling.answer(by, Answer.of(report.id(), conflict.version(), ReportStatus.FIXED, "Klart.")))
                .isEqualTo(new Invalid("status", "report.status.merge"));
    }

    @Test
    void aReportThatWasHandedOverJustNowIsToldSoAndOnlyThat() {
        int seen = report.version();
        scene.work.handOver(caller, report.id(), seen, "1780", "Er väg.");
        Caller karlstad = scene.staff("1780", Role.CASEWORKER);
        scene.work.note(karlstad, report.id(), Answer.ANY_VERSION, "Hemligt i Karlstad.");
        clock.advance(Duration.ofMinutes(1));
        scene.handling.answer(Handler.of(karlstad), Answer.of(report.id(), Answer.ANY_VERSION, null, "Vi tar den."));

        Conflict conflict =
                (Conflict) scene.handling.answer(by, Answer.of(report.id(), seen, ReportStatus.FIXED, "Klart."));

        assertThat(conflict.since()).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(HistoryEntry.Kind.HANDED_OVER);
            assertThat(event.detail()).isEqualTo("1763>1780");
        });
        assertThat(em.find(Report.class, report.id()).status()).isEqualTo(ReportStatus.REPORTED);
        assertThatThrownBy(() -> scene.handling.answer(
                        by, Answer.of(report.id(), conflict.version(), ReportStatus.FIXED, "Klart.")))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void aNoteOnAReportThatWasHandedOverIsToldSoToo() {
        int seen = report.version();
        scene.work.handOver(caller, report.id(), seen, "1780", "Er väg.");
        List<Long> before = scene.traces();

        Conflict conflict = (Conflict) scene.work.note(caller, report.id(), seen, "Ring Lisa.");

        assertThat(conflict.since()).extracting("detail").containsExactly("1763>1780");
        assertThat(scene.traces()).isEqualTo(before);
        assertThatThrownBy(() -> scene.work.note(caller, report.id(), Answer.ANY_VERSION, "Ring Lisa."))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void whoHadAReportIsToldWhoseItIsNowAndNobodyElseIs() {
        int seen = report.version();
        Caller karlstad = scene.staff("1780", Role.CASEWORKER);
        assertThat(scene.reach.takenAway(by, report.id(), seen - 1)).isEmpty();
        scene.work.handOver(caller, report.id(), seen, "1780", "Er väg.");

        TakenAway away = scene.reach.takenAway(by, report.id(), seen).orElseThrow();
        assertThat(away.authorityCode()).contains("1780");
        assertThat(away.since()).extracting("detail").containsExactly("1763>1780");
        assertThat(scene.reach.takenAway(by, report.id(), report.version())).isEmpty();
        assertThat(scene.reach.takenAway(Handler.of(karlstad), report.id(), 0)).isEmpty();
        assertThat(scene.reach.takenAway(Handler.of(scene.staff("1763", Role.READER)), report.id(), seen))
                .isEmpty();
        assertThat(scene.reach.takenAway(Handler.of(scene.staff("0180", Role.CASEWORKER)), report.id(), 0))
                .isEmpty();
        assertThat(scene.reach.takenAway(Handler.byLink("1763"), report.id(), seen))
                .isPresent();
    }

    @Test
    void whereAPrivateReportWentAfterItLeftIsNotTold() {
        int seen = report.version();
        scene.work.handOver(caller, report.id(), seen, "1780", null);
        scene.sql("update report set visibility = 'PRIVATE', listed = false, confidential = true where id = "
                + report.id());
        em.refresh(report);
        Caller karlstad = scene.staff("1780", Role.CASEWORKER);
        scene.work.categorise(karlstad, report.id(), report.version(), "trees");
        assertThat(scene.reach.takenAway(by, report.id(), seen).orElseThrow().authorityCode())
                .contains("1780");

        scene.sql("update authority set state = 'DEFAULT' where code = '0180'");
        em.clear();
        report = em.find(Report.class, report.id());
        scene.work.handOver(karlstad, report.id(), report.version(), "0180", "Hemligt.");

        TakenAway away = scene.reach.takenAway(by, report.id(), seen).orElseThrow();
        assertThat(away.authorityCode()).isEmpty();
        assertThat(away.since()).extracting("detail").containsExactly("1763>1780");
    }

    @Test
    void aReportPutIntoACategoryThatIsNotTheirsIsToldSo() {
        Caller lamps = scene.staff("1763", Role.CASEWORKER, "lighting");
        int seen = report.version();
        scene.work.categorise(caller, report.id(), seen, "trees");

        assertThat(((Conflict) scene.work.note(lamps, report.id(), seen, "Ring Lisa.")).since())
                .extracting("detail")
                .containsExactly("lighting>trees");
        assertThat(scene.reach
                        .takenAway(Handler.of(lamps), report.id(), seen)
                        .orElseThrow()
                        .authorityCode())
                .contains("1763");
    }

    @Test
    void theHolderOfALinkAnswersForTheAuthority() {
        HandlingResult result = scene.handling.answer(
                Handler.byLink("1763"), Answer.of(report.id(), report.version(), ReportStatus.FIXED, "Klart."));

        assertThat(result).isInstanceOf(Done.class);
        assertThat(scene.list("select concat_ws('|', actor, authority_code, account_id is null) from audit_entry"
                        + " where action = 'report.status'"))
                .containsExactly("link:1763|1763|1");
        assertThat(scene.list("select concat_ws('|', actor_name, account_id is null) from history_entry"
                        + " where kind = 'STATUS'"))
                .containsExactly("Forshaga kommun|1");
    }

    @Test
    void nobodyIsMailedForAForgottenReporterButFollowersAre() {
        scene.follower(report.id(), "foljer@example.org", "ACTIVE");
        report.forgetReporter();
        em.flush();
        answer(ReportStatus.FIXED, null);
        assertThat(scene.list("select recipient from notification")).containsExactly("foljer@example.org");
    }

    @Test
    void followersOfWhatIsNoLongerForEverybodyAreNotTold() {
        scene.follower(report.id(), "foljer@example.org", "ACTIVE");
        report.keepPrivate(true);
        em.flush();
        answer(ReportStatus.FIXED, null);
        assertThat(scene.list("select recipient from notification")).containsExactly("anna@example.org");
    }

    @Test
    void tenThousandFollowersAreToldInAMoment() {
        em.flush();
        scene.sql("insert into subscription (id, report_id, email, language, state, created_at, version)"
                + " select seq, " + report.id() + ", concat('f', seq, '@example.org'), 'sv', 'ACTIVE', '2026-01-01', 1"
                + " from seq_1_to_10000");
        long began = System.nanoTime();
        answer(ReportStatus.FIXED, "Klart.");
        Duration took = Duration.ofNanos(System.nanoTime() - began);

        assertThat(scene.count("select count(distinct message_id) from notification"))
                .isEqualTo(10_001);
        assertThat(took).isLessThan(Duration.ofSeconds(10));
        System.getLogger("test").log(System.Logger.Level.INFO, "10,000 followers: " + took);
    }

    @Test
    void nothingStaysWhenSomethingFailsOnTheWay() {
        em.getTransaction().rollback();
        commit(own -> new HandlingScene(own, clock).authorities());
        long id = committed(own -> new HandlingScene(own, clock).report().id());
        Caller one = committed(own -> new HandlingScene(own, clock).staff("1763", Role.CASEWORKER));
        List<Long> before = committed(own -> new HandlingScene(own, clock).traces());

        assertThatThrownBy(() -> commit(own -> {
                    HandlingScene broken = new HandlingScene(own, clock);
                    broken.handling.answered = new RecordedEvents<>(event -> {
                        throw new IllegalStateException("disk full");
                    });
                    broken.handling.answer(
                            Handler.of(one), Answer.of(id, Answer.ANY_VERSION, ReportStatus.FIXED, "Klart."));
                }))
                .hasMessage("disk full");
        List<Long> after = committed(own -> new HandlingScene(own, clock).traces());
        assertThat(after).isEqualTo(before);
    }

    @Test
    void theStatusLeavesTheWaitingBehindOnlyWhenItCloses() {
        report.caseFile().waitForReporter(clock.instant().plus(Duration.ofDays(5)));
        em.flush();
        Done open = (Done) answer(ReportStatus.INVESTIGATING, null);
        assertThat(report.caseFile().waitingUntil()).isNotNull();
        scene.handling.answer(by, Answer.of(report.id(), open.version(), ReportStatus.FIXED, null));
        assertThat(report.caseFile().waitingUntil()).isNull();
    }
}
