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
import se.fixamingata.HandlerReads;
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

    /** What is open is read once and not for each of nine figures; the rest is what any plan reads of a few rows. */
    @Test
    void whatIsOpenIsReadOnce() {
        em.createNativeQuery(
                        "insert into report (id, municipality_code, authority_code, category_code, status, visibility,"
                                + " listed, title, description, lat, lon, cell, show_name, language, source, submitted_at,"
                                + " confirmed_at, changed_at, answered_at, expected_on, version) select 100000 + seq, '1763', '1763',"
                                + " 'lighting', 'PLANNED', 'PUBLIC', 1, 'Mörk lykta', 'Den lyser inte', 59, 13, 1, 0, 'sv', 'WEB',"
                                + " ?1, ?1, ?1, ?1, ?2, 1 from seq_1_to_8000")
                .setParameter(1, "2026-11-20 10:00:00")
                .setParameter(2, TODAY.plusDays(1).toString())
                .executeUpdate();
        DeskFigures desk = new DeskFigures(em, clock);
        assertThat(HandlerReads.of(em, () -> desk.of(KARIN, FORSHAGA))).isBetween(8_000L, 4 * 8_000L);
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
