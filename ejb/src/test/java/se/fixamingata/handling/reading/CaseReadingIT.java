package se.fixamingata.handling.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Right;
import se.fixamingata.account.Role;
import se.fixamingata.handling.Answer;
import se.fixamingata.handling.Handler;
import se.fixamingata.handling.HandlingScene;
import se.fixamingata.handling.NewDocument;
import se.fixamingata.handling.NewPhoto;
import se.fixamingata.handling.history.CaseEvent;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.photo.PreparedPhoto;
import se.fixamingata.position.Position;
import se.fixamingata.report.HistoryEntry.Kind;
import se.fixamingata.report.NearbyReport;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.ReportSummary;
import se.fixamingata.update.UpdateState;

class CaseReadingIT extends DatabaseTest {

    private static final PreparedPhoto PHOTO = new PreparedPhoto(new byte[] {1}, 800, 600, new byte[] {2}, 320, 240);

    private HandlingScene scene;
    private CaseReading reading;
    private Caller caseworker;
    private Handler by;
    private Handler reader;
    private Report report;

    @BeforeEach
    void scene() {
        scene = new HandlingScene(em, clock);
        scene.authorities();
        reading = new CaseReading(em);
        caseworker = scene.staff("1763", Role.CASEWORKER);
        by = Handler.of(caseworker);
        reader = Handler.of(scene.staff("1763", Role.READER));
        report = scene.report();
        clock.advance(Duration.ofHours(1));
    }

    private void say(ReportStatus status, String text) {
        scene.handling.answer(by, Answer.of(report.id(), Answer.ANY_VERSION, status, text));
    }

    /** Somebody who is not signed in has written. */
    private void comment(String text, boolean showName, UpdateState state) {
        scene.sql(
                "insert into report_update (id, report_id, author, name, email, show_name, language, text, looks_fixed,"
                        + " state, created_at, version) select nextval(inner_number), " + report.id()
                        + ", 'RESIDENT', 'Bo Boende', 'bo@example.org', " + showName + ", 'sv', '" + text + "', true, '"
                        + state
                        + "', '2026-11-23 10:00:00', 1");
        scene.sql("insert into history_entry (id, report_id, at, kind, actor, internal, update_id) select"
                + " nextval(inner_number), report_id, created_at, 'COMMENT', 'RESIDENT', false, id from report_update"
                + " where text = '" + text + "'");
    }

    @Test
    void aCaseworkerSeesEverythingOfIt() {
        scene.follower(report.id(), "foljer@example.org", "ACTIVE");
        scene.work.assign(caseworker, report.id(), report.version(), caseworker.accountId());
        say(ReportStatus.IN_PROGRESS, "Vi är på väg.");
        em.clear();

        CaseView view = reading.find(by, report.id()).orElseThrow();
        assertThat(view.version()).isEqualTo(em.find(Report.class, report.id()).version());
        assertThat(view.reporter())
                .isEqualTo(new CaseView.ReporterView("Anna Andersson", "anna@example.org", "070-123 45 67", false));
        assertThat(view.file().assignee()).isEqualTo("CASEWORKER 1763");
        assertThat(view.followers()).isEqualTo(1);
        assertThat(view.next())
                .containsExactly(
                        ReportStatus.REPORTED,
                        ReportStatus.INVESTIGATING,
                        ReportStatus.PLANNED,
                        ReportStatus.FORWARDED,
                        ReportStatus.FIXED,
                        ReportStatus.NO_ACTION,
                        ReportStatus.NOT_RESPONSIBLE);
        assertThat(view.rights())
                .containsExactlyInAnyOrder(Right.VIEW, Right.SEE_REPORTER, Right.EXPORT, Right.HANDLE, Right.MODERATE);
        assertThat(reading.events(by, report.id()))
                .extracting(CaseEvent::kind)
                .containsExactly(Kind.CONFIRMED, Kind.ASSIGNED, Kind.STATUS);
        assertThat(reading.mails(by, report.id()))
                .extracting(SentMail::kind, SentMail::recipient, SentMail::count)
                .containsExactlyInAnyOrder(
                        Tuple.tuple(NotificationKind.REPORT_ANSWERED, "anna@example.org", 1L),
                        Tuple.tuple(NotificationKind.FOLLOWED_REPORT_ANSWERED, null, 1L));
    }

    @Test
    void aReaderSeesNobody() {
        comment("Jag med!", false, UpdateState.PUBLISHED);
        comment("Visa mig!", true, UpdateState.PUBLISHED);
        comment("Elakt!", true, UpdateState.HIDDEN);
        say(ReportStatus.FIXED, "Klart.");
        scene.report("1763", "Min andra lampa", "anna@example.org");
        em.clear();

        CaseView view = reading.find(reader, report.id()).orElseThrow();
        assertThat(view.reporter()).isNull();
        assertThat(view.reachable()).isTrue();
        assertThat(view.next()).isEmpty();
        assertThat(view.rights()).containsExactlyInAnyOrder(Right.VIEW, Right.EXPORT);
        assertThat(reading.sameReporter(reader, report.id())).isEmpty();
        assertThat(reading.mails(reader, report.id()))
                .extracting(SentMail::recipient)
                .containsOnlyNulls();
        List<CaseEvent> events = reading.events(reader, report.id());
        assertThat(events)
                .filteredOn(event -> event.kind() == Kind.COMMENT)
                .extracting(
                        CaseEvent::who, CaseEvent::text, event -> event.update().authorEmail())
                .containsExactly(
                        Tuple.tuple(null, "Jag med!", null),
                        Tuple.tuple("Bo Boende", "Visa mig!", null),
                        Tuple.tuple("Bo Boende", null, null));
        assertThat(events.toString() + view + reading.mails(reader, report.id()))
                .doesNotContain("example.org")
                .doesNotContain("070-123")
                .doesNotContain("Anna");
        assertThat(reading.colleagues(reader.caller().orElseThrow(), "1763")).isEmpty();

        assertThat(reading.events(by, report.id()))
                .filteredOn(event -> event.kind() == Kind.COMMENT)
                .extracting(
                        CaseEvent::who, CaseEvent::text, event -> event.update().authorEmail())
                .containsExactly(
                        Tuple.tuple("Bo Boende", "Jag med!", "bo@example.org"),
                        Tuple.tuple("Bo Boende", "Visa mig!", "bo@example.org"),
                        Tuple.tuple("Bo Boende", "Elakt!", "bo@example.org"));
    }

    @Test
    void nobodyElseSeesAnything() {
        Report unconfirmed = scene.report(ReportStatus.UNCONFIRMED);
        List<Handler> strangers = List.of(
                Handler.of(scene.staff("1780", Role.ADMINISTRATOR)),
                Handler.of(scene.staff("1763", Role.CASEWORKER, "trees")),
                Handler.byLink("1780"));
        for (Handler stranger : strangers) {
            assertThat(reading.open(stranger, report.id())).isEmpty();
            assertThat(reading.find(stranger, report.id())).isEmpty();
            assertThat(reading.events(stranger, report.id())).isEmpty();
            assertThat(reading.mails(stranger, report.id())).isEmpty();
            assertThat(reading.near(stranger, report.id())).isEmpty();
            assertThat(reading.sameReporter(stranger, report.id())).isEmpty();
        }
        assertThat(reading.find(by, unconfirmed.id())).isEmpty();
        assertThat(reading.find(by, 4711)).isEmpty();
        assertThat(reading.colleagues(caseworker, "1780")).isEmpty();
    }

    @Test
    void theHolderOfALinkSeesThisReportAndNoOther() {
        scene.report("1763", "Intill", "bo@example.org");
        Handler link = Handler.byLink("1763");
        assertThat(reading.find(link, report.id()).orElseThrow().reporter()).isNull();
        assertThat(reading.near(link, report.id())).isEmpty();
        assertThat(reading.open(link, report.id()).orElseThrow().colleagues()).isEmpty();
    }

    @Test
    void whatTheAuthorityBeforeWroteForItselfStaysItsOwn() {
        scene.work.note(caseworker, report.id(), 0, "Hemligt i Forshaga.");
        say(ReportStatus.INVESTIGATING, "Vi tittar.");
        clock.advance(Duration.ofMinutes(1));
        scene.work.handOver(
                caseworker, report.id(), em.find(Report.class, report.id()).version(), "1780", "Er väg.");
        Caller karlstad = scene.staff("1780", Role.CASEWORKER);
        clock.advance(Duration.ofMinutes(1));
        scene.work.note(karlstad, report.id(), 0, "Hemligt i Karlstad.");

        List<CaseEvent> theirs = reading.events(Handler.of(karlstad), report.id());
        assertThat(theirs)
                .extracting(CaseEvent::kind)
                .containsExactly(Kind.CONFIRMED, Kind.STATUS, Kind.HANDED_OVER, Kind.NOTE);
        assertThat(theirs).extracting(CaseEvent::text).contains("Er väg.", "Hemligt i Karlstad.");
        assertThat(theirs.toString()).doesNotContain("Hemligt i Forshaga").doesNotContain("CASEWORKER 1763");
        assertThat(theirs.get(1).who()).isEqualTo("Forshaga kommun");
        assertThat(reading.events(by, report.id())).isEmpty();

        clock.advance(Duration.ofMinutes(1));
        scene.work.handOver(
                karlstad, report.id(), em.find(Report.class, report.id()).version(), "1763", null);
        List<CaseEvent> back = reading.events(by, report.id());
        assertThat(back.toString()).contains("Hemligt i Forshaga").doesNotContain("Hemligt i Karlstad");
        assertThat(reading.events(Handler.of(scene.operator()), report.id()).toString())
                .contains("Hemligt i Forshaga")
                .contains("Hemligt i Karlstad");
    }

    @Test
    void whatIsCloseByIsTheAuthoritysOwnAlsoWhatIsPrivate() {
        Report secret = scene.report("1763", "Privat", "bo@example.org");
        secret.keepPrivate(true);
        Report foreign = scene.report("1780", "Karlstads", "bo@example.org");
        Report trees = scene.report("1763", "Trädet", "bo@example.org");
        trees.categorise("trees", false, clock.instant());
        Report far = scene.report("1763", "Långt bort", "bo@example.org");
        far.moveTo(Position.of(59.54, 13.49), "1763", null, clock.instant());
        em.flush();

        assertThat(reading.near(by, report.id())).extracting(NearbyReport::id).containsExactly(secret.id(), trees.id());
        Handler limited = Handler.of(scene.staff("1763", Role.CASEWORKER, "lighting"));
        assertThat(reading.near(limited, report.id()))
                .extracting(NearbyReport::id)
                .containsExactly(secret.id());
        assertThat(foreign.id()).isPositive();
    }

    @Test
    void theSamePersonsReportsToTheSameAuthority() {
        Report second = scene.report("1763", "Min andra lampa", "anna@example.org");
        scene.report("1780", "Min tredje lampa", "anna@example.org");
        scene.report("1763", "Någon annans", "bo@example.org");
        assertThat(reading.sameReporter(by, report.id()))
                .extracting(ReportSummary::id)
                .containsExactly(second.id());
    }

    @Test
    void colleaguesAreThoseWhoHandle() {
        scene.staff("1763", Role.ADMINISTRATOR);
        scene.staff("1763", Role.CASEWORKER, "trees");
        scene.staff("1780", Role.CASEWORKER);
        List<Colleague> colleagues = reading.colleagues(caseworker, "1763");
        assertThat(colleagues)
                .extracting(Colleague::name)
                .containsExactly("ADMINISTRATOR 1763", "CASEWORKER 1763", "CASEWORKER 1763");
        assertThat(colleagues).filteredOn(one -> one.covers("lighting")).hasSize(2);
    }

    @Test
    void thePageIsReadInNineQueriesHoweverLongItsStoryIs() {
        for (int i = 0; i < 30; i++) {
            comment("Kommentar " + i, true, UpdateState.PUBLISHED);
        }
        clock.advance(Duration.ofHours(3));
        scene.handling.answer(
                by,
                new Answer(
                        report.id(),
                        Answer.ANY_VERSION,
                        null,
                        "Med bilder",
                        false,
                        null,
                        List.of(new NewPhoto("a.jpg", PHOTO), new NewPhoto("b.jpg", PHOTO)),
                        List.of(new NewDocument("a.pdf", "%PDF-".getBytes(StandardCharsets.UTF_8)))));
        flushAndClear();
        int before = selects();
        CaseDossier dossier = reading.open(by, report.id()).orElseThrow();
        int queries = selects() - before;

        assertThat(dossier.events()).hasSize(32);
        assertThat(dossier.events().get(31).update().photos()).hasSize(2);
        assertThat(dossier.events().get(31).update().documents()).hasSize(1);
        assertThat(queries).isBetween(2, 9);
    }

    /** How many queries this connection has asked so far. */
    private int selects() {
        Object[] row = (Object[])
                em.createNativeQuery("show session status like 'Com_select'").getSingleResult();
        return Integer.parseInt((String) row[1]);
    }
}
