package se.fixamingata.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fixamingata.inbox.DeskScene.FORSHAGA;
import static se.fixamingata.inbox.DeskScene.KARIN;
import static se.fixamingata.inbox.DeskScene.LARS;
import static se.fixamingata.inbox.DeskScene.NOW;
import static se.fixamingata.inbox.DeskScene.READER;
import static se.fixamingata.inbox.DeskScene.TODAY;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.category.Categories;
import se.fixamingata.deadline.Lateness;
import se.fixamingata.inbox.DeskFigure.Kind;
import se.fixamingata.inbox.DeskScene.Case;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.StatusGroup;

/** What is stuck is counted right, the oldest are shown, and each figure's link finds exactly what it counts. */
class DeskFiguresIT extends DatabaseTest {

    private List<Case> cases;

    @BeforeEach
    void scene() {
        clock.set(NOW);
        DeskScene.begin(em);
        cases = DeskScene.scattered(600, 11);
        DeskScene.add(em, cases);
    }

    private static Predicate<Case> fits(Kind kind) {
        Predicate<Case> open = one -> one.report().status().group() == StatusGroup.OPEN;
        return switch (kind) {
            case UNDELIVERED ->
                open.and(one -> Set.of("PARKED", "WAITING_FOR_ADDRESS").contains(one.delivery()));
            case OVERDUE ->
                open.and(one -> one.expectedOn() != null && one.expectedOn().isBefore(TODAY));
            case VERY_LATE, LATE, SOON ->
                open.and(one -> Lateness.of(one.solveDueOn(), TODAY)
                        .filter(late -> late.name().equals(kind.name()))
                        .isPresent());
            case NEW -> open.and(one -> one.answeredAt() == null);
            case NEWS -> one -> one.newsAt() != null;
            case BACK ->
                open.and(
                        one -> one.waitingUntil() != null && !one.waitingUntil().isAfter(NOW));
            case MINE ->
                open.and(one -> Long.valueOf(1).equals(one.assignee())
                        && (one.waitingUntil() == null || !one.waitingUntil().isAfter(NOW)));
        };
    }

    private static Comparator<Case> oldest(Kind kind) {
        Function<Case, Instant> since =
                switch (kind) {
                    case OVERDUE ->
                        one -> one.expectedOn().atStartOfDay(InboxPeriod.SWEDEN).toInstant();
                    case VERY_LATE, LATE, SOON ->
                        one -> one.solveDueOn().atStartOfDay(InboxPeriod.SWEDEN).toInstant();
                    case NEWS -> Case::newsAt;
                    case BACK -> Case::waitingUntil;
                    case UNDELIVERED, NEW, MINE -> one -> one.report().confirmedAt();
                };
        return Comparator.comparing(since).thenComparing(one -> one.report().id());
    }

    @Test
    void eachFigureCountsAndShowsTheOldest() {
        Categories categories = new Categories(em);
        InboxQuery query = new InboxQuery(em, categories, clock);
        List<DeskFigure> figures = new DeskFigures(em, clock).of(KARIN, FORSHAGA);
        assertThat(figures).extracting(DeskFigure::kind).containsExactly(Kind.values());
        for (DeskFigure figure : figures) {
            List<Long> expected = cases.stream()
                    .filter(one -> one.report().municipality().equals(FORSHAGA))
                    .filter(one -> one.report().status() != ReportStatus.UNCONFIRMED)
                    .filter(fits(figure.kind()))
                    .sorted(oldest(figure.kind()))
                    .map(one -> one.report().id())
                    .toList();
            assertThat(figure.count())
                    .as("%s", figure.kind())
                    .isEqualTo(expected.size())
                    .isGreaterThan(5);
            assertThat(figure.oldest())
                    .as("%s", figure.kind())
                    .extracting(InboxRow::id)
                    .containsExactlyElementsOf(expected.subList(0, 5));
            InboxView linked = InboxAddress.read(FORSHAGA, figure.query(), DeskScene.CATEGORIES, 25)
                    .view();
            assertThat(query.ids(KARIN, linked, 10_000))
                    .as("%s", figure.query())
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void whoIsLimitedToCategoriesGetsFiguresOfThoseAndAReaderHasNothingToDo() {
        for (DeskFigure figure : new DeskFigures(em, clock).of(LARS, FORSHAGA)) {
            assertThat(figure.oldest()).as("%s", figure.kind()).allSatisfy(row -> assertThat(row.categoryCode())
                    .isIn("lighting", "drain"));
        }
        assertThat(new DeskFigures(em, clock).of(READER, FORSHAGA))
                .extracting(DeskFigure::kind)
                .doesNotContain(Kind.MINE)
                .contains(Kind.NEW);
    }

    @Test
    void anEmptyDeskHasZerosOnly() {
        em.createNativeQuery("delete from report").executeUpdate();
        assertThat(new DeskFigures(em, clock).of(KARIN, FORSHAGA))
                .hasSize(Kind.values().length)
                .allSatisfy(figure -> {
                    assertThat(figure.count()).isZero();
                    assertThat(figure.oldest()).isEmpty();
                });
    }
}
