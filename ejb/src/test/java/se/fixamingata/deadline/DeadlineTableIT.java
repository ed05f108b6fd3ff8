package se.fixamingata.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.fixamingata.DatabaseTest;
import se.fixamingata.account.Caller;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.account.Role;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.category.Categories;
import se.fixamingata.handling.HandlingScene;
import se.fixamingata.municipality.CategoryCatalogue;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.shared.OneAtATime;

class DeadlineTableIT extends DatabaseTest {

    private static final String FORSHAGA = HandlingScene.FORSHAGA;

    private HandlingScene scene;
    private DeadlineTable table;
    private Caller boss;

    @BeforeEach
    void scene() {
        clock.set(Instant.parse("2026-03-02T08:00:00Z"));
        scene = new HandlingScene(em, clock);
        scene.authorities();
        new WorkingDays(em).fill();
        boss = scene.staff(FORSHAGA, Role.ADMINISTRATOR);
        table = new DeadlineTable(
                em,
                new DeadlineRules(em, TestDeadlines.STANDARD),
                new CategoryCatalogue(new Categories(em), scene.authorities),
                new OneAtATime(em),
                new AuditTrail(em, clock));
    }

    private DeadlineForm typed(String... codesAnswersSolves) {
        Map<String, DeadlineForm.Typed> typed = new HashMap<>();
        for (int i = 0; i < codesAnswersSolves.length; i += 3) {
            typed.put(
                    codesAnswersSolves[i],
                    new DeadlineForm.Typed(codesAnswersSolves[i + 1], codesAnswersSolves[i + 2]));
        }
        return new DeadlineForm(table.find(boss, FORSHAGA).mark(), typed);
    }

    private String solveOn(Report report) {
        flushAndClear();
        return em.find(Report.class, report.id()).dueDates().solveOn().toString();
    }

    @Test
    void aNewAuthorityHasTheStandardInARowForEachOfItsCategories() {
        DeadlineView view = table.find(boss, FORSHAGA);
        assertThat(view.own()).hasSize(20).doesNotContainKey("state_road");
        assertThat(view.own().keySet()).startsWith(DeadlineTable.ALL).contains("lighting", "other");
        assertThat(view.of("lighting")).isEmpty();
        assertThat(view.inherited("lighting")).isEqualTo(TestDeadlines.STANDARD);
        Caller roads = scene.staff("TRV", Role.ADMINISTRATOR);
        assertThat(table.find(roads, "TRV").own().keySet()).containsExactly(DeadlineTable.ALL, "state_road");
    }

    @Test
    void whatIsSetHoldsForOpenReportsAtOnce() {
        Report lamp = scene.report();
        Report tree = scene.report();
        tree.categorise("trees", false, clock.instant());
        Report fixed = scene.report(ReportStatus.FIXED);
        Report elsewhere = scene.report(HandlingScene.KARLSTAD, "Lampan är trasig", "anna@example.org");
        DeadlineResult saved = table.save(boss, FORSHAGA, typed("*", "3", "20", "trees", "2", " 10 "));
        assertThat(saved).isEqualTo(new DeadlineResult.Saved(2));
        assertThat(solveOn(lamp)).isEqualTo("2026-03-30");
        assertThat(solveOn(tree)).isEqualTo("2026-03-16");
        assertThat(solveOn(fixed)).isEqualTo("2026-04-15");
        assertThat(solveOn(elsewhere)).isEqualTo("2026-04-15");
        DeadlineView view = table.find(boss, FORSHAGA);
        assertThat(view.of("trees")).contains(new DueDays(2, 10));
        assertThat(view.inherited("lighting")).isEqualTo(new DueDays(3, 20));

        table.save(boss, FORSHAGA, typed("*", "", " ", "trees", "", ""));
        assertThat(solveOn(lamp)).isEqualTo("2026-04-15");
        assertThat(solveOn(tree)).isEqualTo("2026-04-15");
        assertThat(scene.list(
                        "select concat_ws('|', action, subject, coalesce(before_value, '-'), coalesce(after_value, '-'))"
                                + " from audit_entry where action = 'deadline.changed' order by id"))
                .containsExactlyInAnyOrder(
                        "deadline.changed|category:*|-|3/20",
                        "deadline.changed|category:trees|-|2/10",
                        "deadline.changed|category:*|3/20|-",
                        "deadline.changed|category:trees|2/10|-");
    }

    @Test
    void theDaysThatWereWaitedStay() {
        Report report = scene.report();
        clock.set(Instant.parse("2026-03-04T08:00:00Z"));
        scene.work.ask(scene.staff(FORSHAGA, Role.CASEWORKER), report.id(), report.version(), "Vilken lampa?");
        table.save(boss, FORSHAGA, typed("lighting", "2", "10"));
        assertThat(solveOn(report)).isEqualTo("2026-03-19");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 10, answer-trees, deadline.number",
        "1, 251, solve-trees, deadline.number",
        "-1, 10, answer-trees, deadline.number",
        "1.5, 10, answer-trees, deadline.number",
        "99999999999, 10, answer-trees, deadline.number",
        "'', 10, answer-trees, deadline.missing",
        "3, ' ', solve-trees, deadline.missing",
        "11, 10, answer-trees, deadline.answer.after"
    })
    void whatMakesNoSenseIsSaidAndNothingIsSaved(String answer, String solve, String field, String key) {
        DeadlineResult result = table.save(boss, FORSHAGA, typed("lighting", "1", "2", "trees", answer, solve));
        assertThat(result).isEqualTo(new DeadlineResult.Invalid(Map.of(field, key)));
        assertThat(scene.count("select count(*) from deadline")).isZero();
    }

    @Test
    void theEdgesAreAllowed() {
        assertThat(table.save(boss, FORSHAGA, typed("trees", "1", "250"))).isInstanceOf(DeadlineResult.Saved.class);
        assertThat(table.save(boss, FORSHAGA, typed("trees", "250", "250"))).isInstanceOf(DeadlineResult.Saved.class);
    }

    @Test
    void whoSawAnOlderTableIsTold() {
        DeadlineForm first = typed("trees", "2", "10");
        DeadlineForm second = typed("lighting", "2", "10");
        table.save(boss, FORSHAGA, first);
        assertThat(table.save(boss, FORSHAGA, second)).isInstanceOf(DeadlineResult.Conflict.class);
        assertThat(table.find(boss, FORSHAGA).of("lighting")).isEmpty();
    }

    @Test
    void aCategoryThatItDoesNotTakeIsPassedOver() {
        table.save(boss, FORSHAGA, typed("state_road", "1", "2", "nonsense", "1", "2"));
        assertThat(scene.count("select count(*) from deadline")).isZero();
    }

    @Test
    void onlyItsAdministratorMay() {
        DeadlineForm form = typed("trees", "2", "10");
        for (Caller other : List.of(
                scene.staff(FORSHAGA, Role.CASEWORKER),
                scene.staff(FORSHAGA, Role.READER),
                scene.staff(HandlingScene.KARLSTAD, Role.ADMINISTRATOR))) {
            assertThatThrownBy(() -> table.find(other, FORSHAGA)).isInstanceOf(NotPermitted.class);
            assertThatThrownBy(() -> table.save(other, FORSHAGA, form)).isInstanceOf(NotPermitted.class);
        }
        assertThat(scene.count("select count(*) from deadline")).isZero();
    }
}
