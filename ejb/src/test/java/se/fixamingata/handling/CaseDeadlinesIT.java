package se.fixamingata.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Role;
import se.fixamingata.deadline.TestDeadlines;
import se.fixamingata.report.DueDates;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportStatus;

/** What each change at the desk does to the clock. The report is confirmed on Monday the 2nd of March 2026; no day off until Easter. */
class CaseDeadlinesIT extends DatabaseTest {

    private HandlingScene scene;
    private Caller caller;
    private Report report;

    @BeforeEach
    void scene() {
        clock.set(Instant.parse("2026-03-02T08:00:00Z"));
        scene = new HandlingScene(em, clock);
        scene.authorities();
        caller = scene.staff("1763", Role.CASEWORKER);
        report = scene.report();
    }

    private DueDates due() {
        flushAndClear();
        report = em.find(Report.class, report.id());
        return report.dueDates();
    }

    private void on(String day) {
        clock.set(Instant.parse(day + "T09:00:00Z"));
    }

    private void deadline(String authority, String category, int answer, int solve) {
        scene.sql("insert into deadline (id, authority_code, category_code, answer_days, solve_days, version) values"
                + " (nextval(inner_number), '" + authority + "', " + category + ", " + answer + ", " + solve + ", 1)");
    }

    private void answer(ReportStatus status, String text) {
        assertThat(scene.handling.answer(Handler.of(caller), Answer.of(report.id(), report.version(), status, text)))
                .isInstanceOf(HandlingResult.Done.class);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    @Test
    void followsTheSettingsWhereNobodyHasSetAnything() {
        assertThat(due().from()).isEqualTo("2026-03-02");
        assertThat(due().answerOn()).isEqualTo("2026-03-09");
        // 30 working days over Easter.
        assertThat(due().solveOn()).isEqualTo("2026-04-15");
    }

    @Test
    void anotherCategoryHasOtherDaysCountedFromTheConfirmingDay() {
        deadline("1763", "'trees'", 2, 10);
        deadline("1763", "null", 3, 20);
        on("2026-03-05");
        scene.work.categorise(caller, report.id(), report.version(), "trees");
        assertThat(due().answerOn()).isEqualTo("2026-03-04");
        assertThat(due().solveOn()).isEqualTo("2026-03-16");
        scene.work.categorise(caller, report.id(), report.version(), "graffiti");
        assertThat(due().answerOn()).isEqualTo("2026-03-05");
        assertThat(due().solveOn()).isEqualTo("2026-03-30");
    }

    @Test
    void anotherAuthorityHasOtherDaysCountedFromTheConfirmingDay() {
        deadline("1780", "null", 1, 4);
        on("2026-03-05");
        scene.work.handOver(caller, report.id(), report.version(), "1780", null);
        assertThat(due().from()).isEqualTo("2026-03-02");
        assertThat(due().answerOn()).isEqualTo("2026-03-03");
        assertThat(due().solveOn()).isEqualTo("2026-03-06");
    }

    @Test
    void theFirstAnswerLeavesTheDatesAndIsNoLongerWaitedFor() {
        assertThat(scene.list("select cast(open_answer_due_on as char) from report"))
                .containsExactly("2026-03-09");
        on("2026-03-04");
        answer(ReportStatus.INVESTIGATING, "Vi tittar.");
        assertThat(due().answerOn()).isEqualTo("2026-03-09");
        assertThat(due().solveOn()).isEqualTo("2026-04-15");
        assertThat(scene.list("select cast(open_answer_due_on as char) from report"))
                .containsExactly((Object) null);
        assertThat(scene.list("select cast(open_due_on as char) from report")).containsExactly("2026-04-15");
    }

    /** Asked on Wednesday for five days: Thursday, Friday and Monday are lost, unless the answer comes before. */
    @Test
    void asLongAsTheReporterIsWaitedForTheClockStandsStill() {
        on("2026-03-04");
        scene.work.ask(caller, report.id(), report.version(), "Vilken lampa?");
        assertThat(due().pausedFrom()).isEqualTo("2026-03-04");
        assertThat(due().pausedUntil()).isEqualTo("2026-03-09");
        assertThat(due().pausedDays()).isEqualTo(3);
        assertThat(due().answerOn()).isEqualTo("2026-03-12");
        assertThat(due().solveOn()).isEqualTo("2026-04-20");
    }

    @Test
    void whoGoesOnBeforeGetsNoMoreDaysThanWereWaited() {
        on("2026-03-04");
        scene.work.ask(caller, report.id(), report.version(), "Vilken lampa?");
        on("2026-03-05");
        scene.work.release(caller, report.id(), due() == null ? 0 : report.version());
        assertThat(due().pausedUntil()).isNull();
        assertThat(due().pausedDays()).isEqualTo(1);
        assertThat(due().answerOn()).isEqualTo("2026-03-10");
        assertThat(due().solveOn()).isEqualTo("2026-04-16");
    }

    @Test
    void anAnswerThatNeverComesGivesTheWholeWaitAndNoMore() {
        on("2026-03-04");
        scene.work.ask(caller, report.id(), report.version(), "Vilken lampa?");
        on("2026-03-20");
        scene.work.release(caller, report.id(), due() == null ? 0 : report.version());
        assertThat(due().pausedDays()).isEqualTo(3);
        assertThat(due().solveOn()).isEqualTo("2026-04-20");
    }

    @Test
    void askingAgainCountsNoDayTwice() {
        on("2026-03-04");
        scene.work.ask(caller, report.id(), report.version(), "Vilken lampa?");
        on("2026-03-06");
        due();
        scene.work.ask(caller, report.id(), report.version(), "Är det den vid skolan?");
        // Thursday and Friday, and then until Wednesday.
        assertThat(due().pausedUntil()).isEqualTo("2026-03-11");
        assertThat(due().pausedDays()).isEqualTo(5);
        on("2026-03-06");
        scene.work.release(caller, report.id(), report.version());
        assertThat(due().pausedDays()).isEqualTo(2);
    }

    @Test
    void anotherCategoryKeepsTheDaysThatWereWaited() {
        deadline("1763", "'trees'", 2, 10);
        on("2026-03-04");
        scene.work.ask(caller, report.id(), report.version(), "Vilken lampa?");
        due();
        scene.work.categorise(caller, report.id(), report.version(), "trees");
        assertThat(due().solveOn()).isEqualTo("2026-03-19");
        assertThat(due().pausedUntil()).isEqualTo("2026-03-09");
    }

    @Test
    void whatIsFixedStopsAndWhatIsReopenedBeginsAfresh() {
        on("2026-03-04");
        answer(ReportStatus.FIXED, "Klart.");
        assertThat(due().stoppedOn()).isEqualTo("2026-03-04");
        assertThat(due().solveOn()).as("by when it was to be").isEqualTo("2026-04-15");
        assertThat(scene.list("select cast(open_due_on as char) from report")).containsExactly((Object) null);

        on("2026-05-04");
        answer(ReportStatus.IN_PROGRESS, "Det lossnade igen.");
        assertThat(due().stoppedOn()).isNull();
        assertThat(due().from()).isEqualTo("2026-05-04");
        // Over Ascension, the National Day is a Saturday.
        assertThat(due().solveOn()).isEqualTo("2026-06-16");
    }

    @Test
    void closingEndsTheWait() {
        on("2026-03-04");
        scene.work.ask(caller, report.id(), report.version(), "Vilken lampa?");
        on("2026-03-05");
        due();
        answer(ReportStatus.NO_ACTION, "Vi hittar ingen lampa.");
        assertThat(due().pausedUntil()).isNull();
        assertThat(due().pausedDays()).isEqualTo(1);
        assertThat(due().stoppedOn()).isEqualTo(day("2026-03-05"));
    }

    @Test
    void aMergeStopsItAndUndoingItBeginsAfresh() {
        Report main = scene.report("1763", "Samma lampa", "main@example.org");
        on("2026-03-04");
        scene.merging.merge(caller, report.id(), report.version(), main.id(), "Samma.");
        assertThat(due().stoppedOn()).isEqualTo("2026-03-04");
        on("2026-03-06");
        scene.merging.undo(caller, report.id(), report.version(), "Nej.");
        assertThat(due().from()).isEqualTo("2026-03-06");
        assertThat(due().stoppedOn()).isNull();
    }

    @Test
    void settlingTwiceChangesNothing() {
        on("2026-03-04");
        scene.work.ask(caller, report.id(), report.version(), "Vilken lampa?");
        DueDates before = due();
        int version = report.version();
        TestDeadlines.of(em, clock).settle(report);
        assertThat(due()).usingRecursiveComparison().isEqualTo(before);
        assertThat(report.version()).isEqualTo(version);
    }
}
