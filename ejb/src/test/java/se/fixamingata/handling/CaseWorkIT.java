package se.fixamingata.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.fixamingata.DatabaseTest;
import se.fixamingata.account.Caller;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.account.Role;
import se.fixamingata.handling.HandlingResult.Conflict;
import se.fixamingata.handling.HandlingResult.Done;
import se.fixamingata.handling.HandlingResult.Invalid;
import se.fixamingata.position.Position;
import se.fixamingata.report.Priority;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportChanged;
import se.fixamingata.report.ReportHandedOver;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.Visibility;

class CaseWorkIT extends DatabaseTest {

    private static final Position KARLSTAD = Position.of(59.3793, 13.50357);
    private static final Position OSLO = Position.of(59.9139, 10.7522);

    private HandlingScene scene;
    private Caller caller;
    private Report report;

    @BeforeEach
    void scene() {
        scene = new HandlingScene(em, clock);
        scene.authorities();
        caller = scene.staff("1763", Role.CASEWORKER);
        report = scene.report();
        clock.advance(Duration.ofHours(1));
    }

    private List<Object> history() {
        return scene.list("select concat_ws('|', kind, internal, coalesce(detail, '-'), coalesce(text, '-'))"
                + " from history_entry where kind <> 'CONFIRMED' order by at, id");
    }

    private List<Object> audit() {
        return scene.list("select concat_ws('|', action, coalesce(before_value, '-'), coalesce(after_value, '-'))"
                + " from audit_entry where action like 'report.%' order by at, id");
    }

    private CaseWork work() {
        return scene.work;
    }

    private int version() {
        return report.version();
    }

    /** Everything that can be done with a report, each in a way that would be right. */
    private List<BiFunction<Caller, Integer, HandlingResult>> everything(Report main) {
        long id = report.id();
        return List.of(
                (who, seen) ->
                        scene.handling.answer(Handler.of(who), Answer.of(id, seen, ReportStatus.FIXED, "Klart.")),
                (who, seen) -> work().note(who, id, seen, "Anteckning"),
                (who, seen) -> work().assign(who, id, seen, caller.accountId()),
                (who, seen) -> work().prioritise(who, id, seen, Priority.HIGH),
                (who, seen) -> work().expect(who, id, seen, LocalDate.of(2026, 12, 24)),
                (who, seen) -> work().categorise(who, id, seen, "trees"),
                (who, seen) -> work().move(who, id, seen, Position.of(59.5290, 13.4815)),
                (who, seen) -> work().handOver(who, id, seen, "1780", "Er väg."),
                (who, seen) -> work().ask(who, id, seen, "Vilken lampa?"),
                (who, seen) -> work().markRead(who, id, seen),
                (who, seen) -> work().release(who, id, seen),
                (who, seen) -> scene.merging.merge(who, id, seen, main.id(), "Samma."),
                (who, seen) -> scene.merging.undo(who, id, seen, "Nej."));
    }

    @Test
    void nobodyElseDoesAnythingAndNothingIsWritten() {
        Report main = scene.report("1763", "Samma lampa", "main@example.org");
        List<Caller> strangers = List.of(
                scene.staff("1763", Role.READER),
                scene.staff("1763", Role.CASEWORKER, "trees"),
                scene.staff("1780", Role.CASEWORKER),
                scene.staff("1780", Role.ADMINISTRATOR),
                new Caller(9, 9, "Boende", "boende@example.org", caller.language(), false, List.of()));
        List<Long> before = scene.traces();
        for (Caller stranger : strangers) {
            for (BiFunction<Caller, Integer, HandlingResult> one : everything(main)) {
                assertThatThrownBy(() -> one.apply(stranger, version())).isInstanceOf(NotPermitted.class);
                assertThatThrownBy(() -> one.apply(stranger, 0)).isInstanceOf(NotPermitted.class);
            }
            assertThatThrownBy(() -> scene.handling.preview(
                            Handler.of(stranger), Answer.of(report.id(), version(), ReportStatus.FIXED, "Klart.")))
                    .isInstanceOf(NotPermitted.class);
        }
        assertThat(scene.traces()).isEqualTo(before);
        assertThat(scene.changed.fired()).isEmpty();
    }

    @Test
    void everythingButANoteIsRefusedToWhoHasNotSeenTheLatest() {
        Report main = scene.report("1763", "Samma lampa", "main@example.org");
        work().prioritise(caller, report.id(), version(), Priority.LOW);
        List<Long> before = scene.traces();
        int conflicts = 0;
        for (BiFunction<Caller, Integer, HandlingResult> one : everything(main)) {
            HandlingResult result = one.apply(caller, version() - 1);
            if (result instanceof Conflict conflict) {
                conflicts++;
                assertThat(conflict.since()).extracting("detail").contains("normal>low");
            }
        }
        assertThat(conflicts).isEqualTo(12);
        assertThat(scene.traces()).isNotEqualTo(before);
        assertThat(history()).containsExactly("PRIORITY|1|normal>low|-", "NOTE|1|-|Anteckning");
    }

    @Test
    void aNoteIsForColleaguesAndChangesNothingElse() {
        int before = version();
        assertThat(work().note(caller, report.id(), 0, " Ring Bo.\u0000 ")).isEqualTo(new Done(report.id(), before));
        assertThat(work().note(caller, report.id(), 0, " \t")).isEqualTo(new Invalid("text", "handling.text.missing"));
        assertThat(history()).containsExactly("NOTE|1|-|Ring Bo.");
        assertThat(scene.count("select count(*) from notification")).isZero();
    }

    @Test
    void onlyColleaguesWhoHandleThatCategoryAreGivenIt() {
        long colleague = scene.staff("1763", Role.CASEWORKER, "lighting").accountId();
        long gardener = scene.staff("1763", Role.CASEWORKER, "trees").accountId();
        long reader = scene.staff("1763", Role.READER).accountId();
        long foreign = scene.staff("1780", Role.CASEWORKER).accountId();
        for (long wrong : new long[] {gardener, reader, foreign, 4711}) {
            assertThat(work().assign(caller, report.id(), version(), wrong))
                    .isEqualTo(new Invalid("assignee", "handling.assignee.unknown"));
        }
        assertThat(work().assign(caller, report.id(), version(), colleague)).isInstanceOf(Done.class);
        assertThat(work().assign(caller, report.id(), version(), colleague)).isInstanceOf(Done.class);
        assertThat(work().assign(caller, report.id(), version(), null)).isInstanceOf(Done.class);
        assertThat(history()).containsExactly("ASSIGNED|1|" + colleague + "|-", "ASSIGNED|1||-");
        assertThat(audit()).containsExactly("report.assigned|-|" + colleague, "report.assigned|" + colleague + "|-");
    }

    @Test
    void priorityAndDayAreToldInTheHistoryAndToNobody() {
        work().prioritise(caller, report.id(), version(), Priority.URGENT);
        work().expect(caller, report.id(), version(), LocalDate.of(2026, 12, 24));
        assertThat(work().expect(caller, report.id(), version(), LocalDate.of(2026, 11, 22)))
                .isEqualTo(new Invalid("expectedOn", "handling.expected.past"));
        assertThat(history()).containsExactly("PRIORITY|1|normal>urgent|-", "EXPECTED|0|2026-12-24|-");
        assertThat(audit()).containsExactly("report.prioritised|normal|urgent", "report.expected|-|2026-12-24");
        assertThat(scene.count("select count(*) from notification")).isZero();
    }

    @Test
    void aPrivateCategoryTakesTheReportFromTheMap() {
        scene.sql("insert into private_category (authority_code, category_code) values ('1763', 'water')");
        ReportChanged.OnMap before = ReportChanged.OnMap.of(report);

        assertThat(work().categorise(caller, report.id(), version(), "water")).isInstanceOf(Done.class);
        assertThat(report.visibility()).isEqualTo(Visibility.PRIVATE);
        assertThat(scene.changed.fired()).containsExactly(new ReportChanged(report.id(), before, null));

        assertThat(work().categorise(caller, report.id(), version(), "trees")).isInstanceOf(Done.class);
        assertThat(report.isListed()).isTrue();
        assertThat(history()).containsExactly("CATEGORY|0|lighting>water|-", "CATEGORY|0|water>trees|-");
    }

    @ParameterizedTest
    @CsvSource({"state_road", "nonsense", "''", "playground"})
    void onlyWhatTheAuthorityTakesIsACategory(String code) {
        scene.sql("insert into authority_category (authority_code, category_code) values ('1763', 'lighting')");
        assertThat(work().categorise(caller, report.id(), version(), code))
                .isEqualTo(new Invalid("category", "handling.category.unknown"));
    }

    @Test
    void movingWithinTheMunicipality() {
        Position there = Position.of(59.5290, 13.4815);
        ReportChanged.OnMap before = ReportChanged.OnMap.of(report);
        HandlingResult result = work().move(caller, report.id(), version(), there);

        assertThat(result).isEqualTo(new Done(report.id(), version()));
        assertThat(report.position()).isEqualTo(there);
        assertThat(report.address()).isNotEqualTo("Storgatan 1, Forshaga");
        assertThat(history()).containsExactly("MOVED|0|59.52858,13.48125>59.529,13.4815|-");
        assertThat(scene.changed.fired())
                .containsExactly(new ReportChanged(report.id(), before, ReportChanged.OnMap.of(report)));
    }

    @Test
    void movingElsewhereKeepsTheAuthorityAndSaysSo() {
        HandlingResult result = work().move(caller, report.id(), version(), KARLSTAD);
        assertThat(result).isEqualTo(new Done(report.id(), version(), "1780"));
        assertThat(report.municipalityCode()).isEqualTo("1780");
        assertThat(report.authorityCode()).isEqualTo("1763");
    }

    @Test
    void nothingMovesOutOfTheCountry() {
        assertThat(work().move(caller, report.id(), version(), OSLO))
                .isEqualTo(new Invalid("place", "report.place.outside"));
        assertThat(work().move(caller, report.id(), version(), null))
                .isEqualTo(new Invalid("place", "report.place.outside"));
        assertThat(history()).isEmpty();
    }

    @Test
    void whoGetsAReportStartsAfresh() {
        scene.follower(report.id(), "foljer@example.org", "ACTIVE");
        report.caseFile().assign(caller.accountId());
        report.caseFile().prioritise(Priority.HIGH);
        em.flush();

        assertThat(work().handOver(caller, report.id(), version(), "1780", "Det är er väg."))
                .isInstanceOf(Done.class);

        assertThat(report.authorityCode()).isEqualTo("1780");
        assertThat(report.municipalityCode()).isEqualTo("1763");
        assertThat(report.status()).isEqualTo(ReportStatus.REPORTED);
        assertThat(report.caseFile().assigneeId()).isNull();
        assertThat(report.caseFile().priority()).isEqualTo(Priority.NORMAL);
        assertThat(history()).containsExactly("HANDED_OVER|0|1763>1780|-");
        assertThat(scene.list("select text from report_update")).containsExactly("Det är er väg.");
        assertThat(scene.list("select concat_ws('|', authority_code, before_value, after_value) from audit_entry"
                        + " where action = 'report.handed_over'"))
                .containsExactly("1763|1763|1780: Det är er väg.");
        assertThat(scene.handedOver.fired()).containsExactly(new ReportHandedOver(report.id(), "1763", "1780"));
        assertThat(scene.list("select recipient from notification order by recipient"))
                .containsExactly("anna@example.org", "foljer@example.org");
        assertThatThrownBy(() -> work().note(caller, report.id(), version(), "Jag igen."))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void whatTheOtherOneDoesNotTakeBecomesItsOther() {
        scene.sql("insert into authority_category (authority_code, category_code) values ('1780', 'trees')");
        scene.sql("insert into private_category (authority_code, category_code) values ('1780', 'other')");

        work().handOver(caller, report.id(), version(), "1780", null);

        assertThat(report.categoryCode()).isEqualTo("other");
        assertThat(report.visibility()).isEqualTo(Visibility.PRIVATE);
        assertThat(history()).contains("CATEGORY|0|lighting>other|-");
    }

    @Test
    void whatWasSentInConfidenceStaysSoWhoeverHasIt() {
        report.keepPrivate(true);
        em.flush();
        work().handOver(caller, report.id(), version(), "1780", null);
        assertThat(report.visibility()).isEqualTo(Visibility.PRIVATE);
        assertThat(scene.changed.fired()).isEmpty();
    }

    @Test
    void stateRoadsAreAllThatTrafikverketHas() {
        work().handOver(caller, report.id(), version(), "TRV", null);
        assertThat(report.categoryCode()).isEqualTo("state_road");

        Caller road = scene.staff("TRV", Role.CASEWORKER);
        work().handOver(road, report.id(), version(), "1763", null);
        assertThat(report.categoryCode()).isEqualTo("other");
    }

    @ParameterizedTest
    @CsvSource({
        "0180, authority, handling.authority.refuses",
        "1763, authority, handling.authority.same",
        "9999, authority, handling.authority.unknown",
        ", authority, handling.authority.unknown"
    })
    void nobodyGetsAReportWhoDoesNotTakeIt(String authority, String field, String key) {
        assertThat(work().handOver(caller, report.id(), version(), authority, null))
                .isEqualTo(new Invalid(field, key));
        assertThat(scene.handedOver.fired()).isEmpty();
    }

    @Test
    void whatIsClosedIsNobodyElsesBusiness() {
        Report fixed = scene.report(ReportStatus.FIXED);
        assertThat(work().handOver(caller, fixed.id(), fixed.version(), "1780", null))
                .isEqualTo(new Invalid("status", "handling.authority.closed"));
    }

    @Test
    void aQuestionWaitsForItsAnswer() {
        assertThat(work().ask(caller, report.id(), version(), "Vilken av lamporna?"))
                .isInstanceOf(Done.class);
        assertThat(report.caseFile().waitingUntil()).isEqualTo(clock.instant().plus(HandlingScene.WAIT));
        assertThat(history()).containsExactly("ASKED|1|-|Vilken av lamporna?");
        assertThat(scene.list("select concat_ws('|', kind, recipient, subject_id) from notification"))
                .containsExactly("QUESTION_TO_REPORTER|anna@example.org|"
                        + scene.count("select id from history_entry where kind = 'ASKED'"));

        assertThat(work().release(caller, report.id(), version())).isInstanceOf(Done.class);
        assertThat(report.caseFile().waitingUntil()).isNull();
    }

    @Test
    void nobodyIsAskedWhoIsNotThereOrAboutWhatIsOver() {
        Report anonymous = scene.report("1763", "Lampan är trasig", null);
        assertThat(work().ask(caller, anonymous.id(), anonymous.version(), "Vilken?"))
                .isEqualTo(new Invalid("text", "handling.ask.nobody"));
        Report fixed = scene.report(ReportStatus.FIXED);
        assertThat(work().ask(caller, fixed.id(), fixed.version(), "Vilken?"))
                .isEqualTo(new Invalid("text", "handling.ask.closed"));
    }

    @Test
    void newsAreReadByWhoHasSeenThem() {
        report.caseFile().news(clock.instant());
        flushAndClear();
        report = em.find(Report.class, report.id());
        assertThat(work().markRead(caller, report.id(), version() - 1)).isInstanceOf(Conflict.class);
        assertThat(work().markRead(caller, report.id(), version())).isInstanceOf(Done.class);
        assertThat(report.caseFile().newsAt()).isNull();
        assertThat(audit()).containsExactly("report.read|-|-");
    }
}
