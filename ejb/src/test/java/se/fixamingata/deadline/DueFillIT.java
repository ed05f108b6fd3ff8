package se.fixamingata.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.calendar.WorkingCalendar;
import se.fixamingata.handling.HandlingScene;
import se.fixamingata.report.Actor;
import se.fixamingata.report.DueDates;
import se.fixamingata.report.HistoryEntry;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportStatus;

/** What SQL fills in for many reports is what the one door would have set, one by one. */
class DueFillIT extends DatabaseTest {

    private HandlingScene scene;
    private DueFill fill;

    @BeforeEach
    void scene() {
        clock.set(Instant.parse("2026-03-02T08:00:00Z"));
        scene = new HandlingScene(em, clock);
        scene.authorities();
        new WorkingDays(em).fill();
        fill = new DueFill(em, new DeadlineRules(em, TestDeadlines.STANDARD));
    }

    private void fillAll(EntityManager own) {
        own.flush();
        for (long last = fill.last(); last > 0; ) {
            last = fill.fill(last);
        }
        own.clear();
    }

    private DueDates filled(Report report) {
        fillAll(em);
        return em.find(Report.class, report.id()).dueDates();
    }

    /** From before there were deadlines. */
    private Report old(Report report) {
        scene.sql("update report set due_from = null, answer_due_on = null, solve_due_on = null where id = "
                + report.id());
        em.refresh(report);
        return report;
    }

    private Report old() {
        return old(scene.report());
    }

    @Test
    void theTableHasTheCalendar() {
        WorkingCalendar calendar = WorkingCalendar.ofSweden();
        assertThat(scene.count("select count(*) from working_day where day between '2026-01-01' and '2026-12-31'"))
                .isEqualTo(365);
        assertThat(scene.count(
                        "select count(*) from working_day where working and day between '2026-01-01' and '2026-12-31'"))
                .isEqualTo(calendar.between(LocalDate.of(2025, 12, 31), LocalDate.of(2026, 12, 31)));
        assertThat(
                        scene.list(
                                "select cast(ends_at as char) from working_day where day in ('2026-03-28', '2026-03-29') order by day"))
                .containsExactly("2026-03-28 23:00:00.000000", "2026-03-29 22:00:00.000000");
    }

    @Test
    void theTableIsWrittenOnceAndMendedWhenItIsNotTheCalendars() {
        WorkingDays days = new WorkingDays(em);
        assertThat(days.fill()).isFalse();
        scene.sql("update working_day set working = false where day = '2026-03-02'");
        assertThat(days.fill()).isTrue();
        assertThat(days.fill()).isFalse();
    }

    @Test
    void openReportsCountFromTheSwedishDayOfTheirConfirmation() {
        clock.set(Instant.parse("2026-03-02T23:30:00Z"));
        DueDates due = filled(old());
        assertThat(due.from()).isEqualTo("2026-03-03");
        assertThat(due.answerOn()).isEqualTo("2026-03-10");
        assertThat(due.solveOn()).isEqualTo("2026-04-16");
        assertThat(due.pausedUntil()).isNull();
        assertThat(due.stoppedOn()).isNull();
    }

    @Test
    void whatIsUnconfirmedGetsNone() {
        Report report = old();
        scene.sql("update report set status = 'UNCONFIRMED', confirmed_at = null");
        assertThat(filled(report).from()).isNull();
        assertThat(fill.isNeeded()).isFalse();
    }

    @Test
    void whatWasReopenedCountsFromThenAndWhatIsClosedStopped() {
        Report reopened = old();
        Report closed = old();
        fixed(reopened, "2026-03-05");
        clock.set(Instant.parse("2026-03-12T08:00:00Z"));
        em.persist(reopened.changeStatus(ReportStatus.REPORTED, Actor.REPORTER, null, null, clock.instant()));
        fixed(closed, "2026-03-20");
        DueDates due = filled(reopened);
        assertThat(due.from()).isEqualTo("2026-03-12");
        assertThat(due.stoppedOn()).isNull();
        assertThat(em.find(Report.class, closed.id()).dueDates().stoppedOn()).isEqualTo("2026-03-20");
        assertThat(em.find(Report.class, closed.id()).dueDates().solveOn()).isEqualTo("2026-04-15");
    }

    private void fixed(Report report, String day) {
        clock.set(Instant.parse(day + "T08:00:00Z"));
        em.persist(report.changeStatus(ReportStatus.FIXED, Actor.AUTHORITY, null, "Klart.", clock.instant()));
    }

    @Test
    void whatWaitsForItsReporterStandsStill() {
        Report report = old();
        clock.set(Instant.parse("2026-03-04T08:00:00Z"));
        report.caseFile().waitForReporter(clock.instant().plus(Duration.ofDays(5)));
        em.persist(HistoryEntry.internal(
                report.id(), clock.instant(), HistoryEntry.Kind.ASKED, Actor.AUTHORITY, null, "Vilken?"));
        DueDates due = filled(report);
        assertThat(due.pausedFrom()).isEqualTo("2026-03-04");
        assertThat(due.pausedUntil()).isEqualTo("2026-03-09");
        assertThat(due.pausedDays()).isEqualTo(3);
        assertThat(due.solveOn()).isEqualTo("2026-04-20");
    }

    @Test
    void ownDaysGoBeforeThoseForAllBeforeTheSettings() {
        scene.sql("insert into deadline (id, authority_code, category_code, answer_days, solve_days, version) values"
                + " (nextval(inner_number), '1763', null, 3, 20, 1),"
                + " (nextval(inner_number), '1763', 'trees', 2, 10, 1)");
        Report lamp = old();
        Report tree = old();
        tree.categorise("trees", false, clock.instant());
        Report elsewhere = old(scene.report("1780", "Lampan är trasig", "anna@example.org"));
        assertThat(filled(lamp).solveOn()).isEqualTo("2026-03-30");
        assertThat(em.find(Report.class, tree.id()).dueDates().answerOn()).isEqualTo("2026-03-04");
        assertThat(em.find(Report.class, elsewhere.id()).dueDates().answerOn()).isEqualTo("2026-03-09");
    }

    /** Any moment of three years, both ways. */
    @Test
    void agreesWithTheDoor() {
        Random random = new Random(1763);
        Deadlines deadlines = TestDeadlines.of(em, clock);
        List<Report> reports = random.longs(60, 0, 3L * 365 * 86_400)
                .mapToObj(second -> {
                    clock.set(Instant.parse("2024-01-01T00:00:00Z").plusSeconds(second));
                    return old();
                })
                .toList();
        fillAll(em);
        for (Report one : reports) {
            Report found = em.find(Report.class, one.id());
            LocalDate answer = found.dueDates().answerOn();
            LocalDate solve = found.dueDates().solveOn();
            deadlines.settle(found);
            assertThat(found.dueDates().answerOn()).isEqualTo(answer);
            assertThat(found.dueDates().solveOn()).isEqualTo(solve);
        }
    }

    @Test
    void isNeededUntilNothingIsLeft() {
        old();
        em.flush();
        assertThat(fill.isNeeded()).isTrue();
        fillAll(em);
        assertThat(fill.isNeeded()).isFalse();
    }

    /** What has its dates keeps them, whoever fills at the same time. */
    @Test
    void leavesWhatIsThere() {
        Report report = old();
        scene.sql(
                "update report set due_from = '2026-01-05', answer_due_on = '2026-01-06', solve_due_on = '2026-01-07'");
        em.refresh(report);
        assertThat(filled(report).solveOn()).isEqualTo("2026-01-07");
    }
}
