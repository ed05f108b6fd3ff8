package se.fixamingata.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.fixamingata.inbox.DeskScene.FORSHAGA;
import static se.fixamingata.inbox.DeskScene.KARIN;
import static se.fixamingata.inbox.DeskScene.LARS;
import static se.fixamingata.inbox.DeskScene.NOW;
import static se.fixamingata.inbox.DeskScene.OPERATOR;
import static se.fixamingata.inbox.DeskScene.READER;
import static se.fixamingata.inbox.DeskScene.RESIDENT;
import static se.fixamingata.inbox.DeskScene.STOCKHOLM;
import static se.fixamingata.inbox.DeskScene.STRANGER;
import static se.fixamingata.inbox.DeskScene.TODAY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.account.Caller;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.category.Categories;
import se.fixamingata.category.Category;
import se.fixamingata.deadline.Lateness;
import se.fixamingata.inbox.DeskScene.Case;
import se.fixamingata.position.BoundingBox;
import se.fixamingata.report.Priority;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.StatusGroup;
import se.fixamingata.report.Visibility;

/** Every filter and every order finds what a look at each report finds. */
class InboxQueryIT extends DatabaseTest {

    /** A filter as it stands in an address, and what it means. */
    private record Filter(String query, Predicate<Case> fits) {}

    private static final BoundingBox AREA = new BoundingBox(59.5, 13.4, 59.56, 13.55);

    private static final List<Filter> FILTERS = List.of(
            new Filter("", one -> one.report().status().group() == StatusGroup.OPEN),
            new Filter("status=all", one -> true),
            new Filter("status=fixed,no_action", one -> Set.of(ReportStatus.FIXED, ReportStatus.NO_ACTION)
                    .contains(one.report().status())),
            new Filter("status=closed", one -> one.report().status().group() == StatusGroup.CLOSED),
            new Filter("status=all&category=lighting,other", one -> Set.of("lighting", "other")
                    .contains(one.report().category())),
            new Filter("status=all&assignee=me", one -> Long.valueOf(1).equals(one.assignee())),
            new Filter("status=all&assignee=3", one -> Long.valueOf(3).equals(one.assignee())),
            new Filter("status=all&assignee=nobody", one -> one.assignee() == null),
            new Filter("status=all&priority=high,urgent", one -> one.priority().compareTo(Priority.NORMAL) > 0),
            new Filter(
                    "status=all&since=2026-09-01",
                    one -> !one.report().confirmedAt().isBefore(java.time.Instant.parse("2026-08-31T22:00:00Z"))),
            new Filter(
                    "status=all&before=2026-09-01",
                    one -> one.report().confirmedAt().isBefore(java.time.Instant.parse("2026-08-31T22:00:00Z"))),
            new Filter(
                    "status=all&age=newer-90,older-30",
                    one -> !one.report().confirmedAt().isBefore(NOW.minus(java.time.Duration.ofDays(90)))
                            && one.report().confirmedAt().isBefore(NOW.minus(java.time.Duration.ofDays(30)))),
            new Filter(
                    "status=all&due=passed",
                    one -> one.expectedOn() != null && one.expectedOn().isBefore(TODAY)),
            new Filter(
                    "status=all&due=week",
                    one -> one.expectedOn() != null
                            && !one.expectedOn().isBefore(TODAY)
                            && !one.expectedOn().isAfter(TODAY.plusDays(7))),
            new Filter("status=all&due=none", one -> one.expectedOn() == null),
            new Filter("status=all&deadline=soon", one -> isOpen(one) && lateness(one) == Lateness.SOON),
            new Filter("deadline=late", one -> isOpen(one) && lateness(one) == Lateness.LATE),
            new Filter(
                    "deadline=late,very_late&category=lighting,other",
                    one -> isOpen(one)
                            && Set.of("lighting", "other").contains(one.report().category())
                            && one.solveDueOn().isBefore(TODAY)),
            new Filter(
                    "deadline=very_late&priority=high,urgent",
                    one -> isOpen(one)
                            && lateness(one) == Lateness.VERY_LATE
                            && one.priority().compareTo(Priority.NORMAL) > 0),
            new Filter(
                    "status=all&flag=unanswered",
                    one -> isOpen(one)
                            && one.answeredAt() == null
                            && one.answerDueOn().isBefore(TODAY)),
            new Filter(
                    "status=all&flag=new",
                    one -> one.answeredAt() == null && one.report().status().group() == StatusGroup.OPEN),
            new Filter("status=all&flag=news", one -> one.newsAt() != null),
            new Filter(
                    "status=all&flag=waiting",
                    one -> one.waitingUntil() != null && one.waitingUntil().isAfter(NOW)),
            new Filter(
                    "status=all&flag=back",
                    one -> one.waitingUntil() != null && !one.waitingUntil().isAfter(NOW)),
            new Filter(
                    "status=all&flag=turn",
                    one -> one.waitingUntil() == null || !one.waitingUntil().isAfter(NOW)),
            new Filter("status=all&flag=undelivered", InboxQueryIT::stuck),
            new Filter("status=all&flag=undelivered,news", one -> stuck(one) || one.newsAt() != null),
            new Filter("status=all&text=LAMPA", one -> one.report().title().contains("lampa")),
            new Filter(
                    "status=all&text=h%C3%A5l+%C3%A5sgatan",
                    one -> one.report().title().contains("hål") && one.report().address() != null),
            new Filter(
                    "status=all&box=59.5,13.4,59.56,13.55",
                    one -> AREA.contains(one.report().position())),
            new Filter(
                    "category=drain&assignee=nobody&priority=low,high&flag=turn&box=59.5,13.4,59.56,13.55",
                    one -> one.report().status().group() == StatusGroup.OPEN
                            && one.report().category().equals("drain")
                            && one.assignee() == null
                            && Set.of(Priority.LOW, Priority.HIGH).contains(one.priority())
                            && (one.waitingUntil() == null
                                    || !one.waitingUntil().isAfter(NOW))
                            && AREA.contains(one.report().position())));

    private final List<Case> cases = new ArrayList<>();
    private Categories categories;
    private InboxQuery query;

    @BeforeEach
    void scene() {
        clock.set(NOW);
        DeskScene.begin(em);
        categories = new Categories(em);
        query = new InboxQuery(em, categories, clock);
    }

    private void scatter(int number, long seed) {
        cases.addAll(DeskScene.scattered(number, seed));
        DeskScene.add(em, cases);
    }

    private static boolean isOpen(Case one) {
        return one.report().status().group() == StatusGroup.OPEN;
    }

    private static Lateness lateness(Case one) {
        return Lateness.of(one.solveDueOn(), TODAY).orElse(null);
    }

    private static boolean stuck(Case one) {
        return Set.of("PARKED", "WAITING_FOR_ADDRESS").contains(one.delivery());
    }

    private InboxView view(String address) {
        InboxAddress.Read read = InboxAddress.read(FORSHAGA, address, DeskScene.CATEGORIES, 25);
        assertThat(read.ignored()).as(address).isEmpty();
        return read.view();
    }

    private List<Case> expected(Predicate<Case> fits, Comparator<Case> order) {
        return cases.stream()
                .filter(one -> one.report().municipality().equals(FORSHAGA))
                .filter(one -> one.report().status() != ReportStatus.UNCONFIRMED)
                .filter(fits)
                .sorted(order)
                .toList();
    }

    private Comparator<Case> order(InboxSort sort, boolean descending) {
        List<String> inOrder = categories.all().stream().map(Category::code).toList();
        Comparator<Case> last = Comparator.comparing((Case one) -> one.report().confirmedAt())
                .thenComparing(one -> one.report().id());
        Comparator<Case> order =
                switch (sort) {
                    case CONFIRMED -> last;
                    case CHANGED ->
                        Comparator.comparing((Case one) -> one.report().changedAt())
                                .thenComparing(one -> one.report().id());
                    case PRIORITY -> Comparator.comparing(Case::priority).thenComparing(last);
                    case EXPECTED ->
                        Comparator.comparing(
                                        Case::expectedOn,
                                        descending
                                                ? Comparator.nullsFirst(Comparator.naturalOrder())
                                                : Comparator.nullsLast(Comparator.naturalOrder()))
                                .thenComparing(last);
                    case DEADLINE ->
                        Comparator.comparing(
                                        InboxQueryIT::deadline,
                                        descending
                                                ? Comparator.nullsFirst(Comparator.naturalOrder())
                                                : Comparator.nullsLast(Comparator.naturalOrder()))
                                .thenComparing(last);
                    case STATUS ->
                        Comparator.comparing((Case one) -> one.report().status())
                                .thenComparing(last);
                    case CATEGORY ->
                        Comparator.comparing((Case one) ->
                                        inOrder.indexOf(one.report().category()))
                                .thenComparing(last);
                };
        return descending ? order.reversed() : order;
    }

    /** Null for what is not open. */
    private static LocalDate deadline(Case one) {
        return isOpen(one) ? one.solveDueOn() : null;
    }

    private static List<Long> ids(List<Case> cases) {
        return cases.stream().map(one -> one.report().id()).toList();
    }

    @Test
    void everyFilterFindsWhatALookAtEachReportFinds() {
        scatter(700, 1);
        for (Filter filter : FILTERS) {
            List<Long> expected = ids(expected(filter.fits, order(InboxSort.CONFIRMED, true)));
            assertThat(expected).as(filter.query).isNotEmpty();
            InboxPage page = query.page(KARIN, view(filter.query + "&rows=100"));
            assertThat(page.total()).as(filter.query).isEqualTo(expected.size());
            assertThat(page.totalIsExact()).isTrue();
            assertThat(page.rows())
                    .as(filter.query)
                    .extracting(InboxRow::id)
                    .containsExactlyElementsOf(expected.subList(0, Math.min(100, expected.size())));
            assertThat(query.ids(KARIN, view(filter.query), 10_000)).isEqualTo(expected);
            assertThat(query.count(KARIN, view(filter.query).criteria())).isEqualTo(expected.size());
        }
    }

    @Test
    void everyOrderHoldsOverAllPagesAndFromReportToReport() {
        scatter(300, 2);
        for (InboxSort sort : InboxSort.values()) {
            for (boolean descending : new boolean[] {true, false}) {
                InboxView view = view("status=all").sortedBy(sort, descending);
                List<Long> expected = ids(expected(one -> true, order(sort, descending)));
                List<Long> found = new ArrayList<>();
                for (int page = 0; page * 25 < expected.size(); page++) {
                    query.page(KARIN, view.onPage(page, 25)).rows().forEach(row -> found.add(row.id()));
                }
                assertThat(found).as("%s %s", sort, descending).isEqualTo(expected);
                for (int i = 0; i < expected.size(); i += 23) {
                    InboxNeighbours beside = query.neighbours(KARIN, view, expected.get(i));
                    assertThat(beside.previous())
                            .as("%s before %d", sort, i)
                            .isEqualTo(i == 0 ? null : expected.get(i - 1));
                    assertThat(beside.next())
                            .as("%s after %d", sort, i)
                            .isEqualTo(i == expected.size() - 1 ? null : expected.get(i + 1));
                }
            }
        }
    }

    /** Along the index, and with the way on from a report that was closed while its page was open. */
    @Test
    void whatIsOpenGoesByItsDeadlineFromReportToReportEvenWhenOneIsClosedOnTheWay() {
        scatter(300, 3);
        for (boolean descending : new boolean[] {false, true}) {
            InboxView view = view("").sortedBy(InboxSort.DEADLINE, descending);
            Comparator<Case> order = Comparator.comparing(Case::solveDueOn)
                    .thenComparing(one -> one.report().id());
            List<Long> expected = ids(expected(InboxQueryIT::isOpen, descending ? order.reversed() : order));
            assertThat(query.ids(KARIN, view, 10_000)).isEqualTo(expected);
            em.createNativeQuery("update report set status = 'FIXED' where id = ?")
                    .setParameter(1, expected.get(7))
                    .executeUpdate();
            InboxNeighbours beside = query.neighbours(KARIN, view, expected.get(7));
            assertThat(beside.previous()).isEqualTo(expected.get(6));
            assertThat(beside.next()).isEqualTo(expected.get(8));
            em.createNativeQuery("update report set status = 'REPORTED' where id = ?")
                    .setParameter(1, expected.get(7))
                    .executeUpdate();
        }
    }

    @Test
    void aRowTellsWhatTheAuthorityKnowsOfTheReport() {
        scatter(120, 3);
        em.createNativeQuery("update report set duplicate_of = 5 where id in (6, 7)")
                .executeUpdate();
        for (InboxRow row : query.page(KARIN, view("status=all&rows=100")).rows()) {
            Case one = cases.get((int) row.id() - 1);
            assertThat(row.title()).isEqualTo(one.report().title());
            assertThat(row.status()).isEqualTo(one.report().status());
            assertThat(row.visibility()).isEqualTo(one.report().visibility());
            assertThat(row.priority()).isEqualTo(one.priority());
            assertThat(row.assigneeId()).isEqualTo(one.assignee());
            assertThat(row.assignee())
                    .as("the address of who has no name")
                    .isEqualTo(
                            one.assignee() == null
                                    ? null
                                    : one.assignee() == 2 ? "person2@example.org" : "Person " + one.assignee());
            assertThat(row.expectedOn()).isEqualTo(one.expectedOn());
            assertThat(row.confirmedAt()).isEqualTo(one.report().confirmedAt());
            assertThat(row.newsAt()).isEqualTo(one.newsAt());
            assertThat(row.waitingUntil()).isEqualTo(one.waitingUntil());
            assertThat(row.undelivered()).isEqualTo(stuck(one));
            assertThat(row.duplicates()).isEqualTo(row.id() == 5 ? 2 : 0);
        }
    }

    @Test
    void aNumberFindsThatReportOfTheAuthoritysWhateverElseIsAsked() {
        scatter(80, 4);
        Case closed = expected(one -> one.report().status() == ReportStatus.FIXED, order(InboxSort.CONFIRMED, true))
                .get(0);
        long id = closed.report().id();
        assertThat(query.page(KARIN, view("category=drain,other,lighting,graffiti&assignee=nobody&text=%23" + id))
                        .rows())
                .extracting(InboxRow::id)
                .containsExactly(id);
        long foreign = cases.stream()
                .filter(one -> one.report().municipality().equals(STOCKHOLM))
                .map(one -> one.report().id())
                .findFirst()
                .orElseThrow();
        assertThat(query.page(KARIN, view("text=%23" + foreign)).rows()).isEmpty();
        long unconfirmed = cases.stream()
                .filter(one -> one.report().status() == ReportStatus.UNCONFIRMED)
                .filter(one -> one.report().municipality().equals(FORSHAGA))
                .map(one -> one.report().id())
                .findFirst()
                .orElseThrow();
        assertThat(query.page(KARIN, view("text=%23" + unconfirmed)).rows()).isEmpty();
    }

    @Test
    void everybodySeesWhatIsTheirsAndNothingElse() {
        scatter(400, 5);
        Set<Long> all = Set.copyOf(ids(expected(one -> true, order(InboxSort.CONFIRMED, true))));
        Set<Long> lighting = Set.copyOf(ids(expected(
                one -> Set.of("lighting", "drain").contains(one.report().category()),
                order(InboxSort.CONFIRMED, true))));
        assertThat(seen(KARIN)).isEqualTo(all);
        assertThat(seen(READER)).isEqualTo(all);
        assertThat(seen(OPERATOR)).isEqualTo(all);
        assertThat(seen(LARS)).isEqualTo(lighting).isNotEmpty();
        assertThat(all).hasSizeGreaterThan(lighting.size());
        assertThat(query.page(KARIN, view("status=all&rows=100")).rows())
                .extracting(InboxRow::visibility)
                .contains(Visibility.HIDDEN, Visibility.PRIVATE);
        Set<Long> graffiti = seen(LARS, "status=all&category=graffiti,drain");
        assertThat(graffiti).isNotEmpty().isSubsetOf(lighting);
        assertThat(seen(LARS, "status=all&category=graffiti")).isEmpty();
        for (Caller nobody : List.of(STRANGER, RESIDENT)) {
            InboxView view = view("status=all");
            Stream.<Runnable>of(
                            () -> query.page(nobody, view),
                            () -> query.page(nobody, view("text=%231")),
                            () -> query.ids(nobody, view, 5),
                            () -> query.count(nobody, view.criteria()),
                            () -> query.neighbours(nobody, view, 1),
                            () -> new InboxMap(em, clock).pins(nobody, view.criteria(), null, 10),
                            () -> new DeskFigures(em, clock).of(nobody, FORSHAGA),
                            () -> new SavedFilters(em, categories, clock).of(nobody, FORSHAGA))
                    .forEach(attempt -> assertThatThrownBy(attempt::run).isInstanceOf(NotPermitted.class));
        }
        Case hidden = expected(one -> one.report().category().equals("graffiti"), order(InboxSort.CONFIRMED, true))
                .get(0);
        assertThat(query.page(LARS, view("text=%23" + hidden.report().id())).rows())
                .as("a number is no way round the categories")
                .isEmpty();
    }

    private Set<Long> seen(Caller caller) {
        return seen(caller, "status=all");
    }

    private Set<Long> seen(Caller caller, String address) {
        return Set.copyOf(query.ids(caller, view(address), 10_000));
    }

    @Test
    void whoAsksForAPageBehindTheLastGetsTheLast() {
        scatter(100, 6);
        InboxPage last = query.page(KARIN, view("status=all&page=400"));
        assertThat(last.page()).isEqualTo((int) (last.total() - 1) / 25);
        assertThat(last.rows()).isNotEmpty();
        InboxPage none = query.page(KARIN, view("text=finnsintealls&page=3"));
        assertThat(none.total()).isZero();
        assertThat(none.page()).isZero();
    }

    @Test
    void theFingerprintTellsWhetherAnythingIsDifferent() {
        scatter(60, 7);
        InboxView view = view("status=all");
        String before = query.page(KARIN, view).fingerprint();
        assertThat(query.page(KARIN, view).fingerprint()).isEqualTo(before);
        long shown = query.page(KARIN, view).rows().get(3).id();
        em.createNativeQuery("update report set priority = 'URGENT', assignee_id = 4 where id = " + shown)
                .executeUpdate();
        assertThat(query.page(KARIN, view).fingerprint()).isNotEqualTo(before);
    }

    @Test
    void theMapShowsTheSameReports() {
        scatter(900, 8);
        InboxMap map = new InboxMap(em, clock);
        List<Case> open = expected(
                one -> one.report().status().group() == StatusGroup.OPEN
                        && AREA.contains(one.report().position()),
                order(InboxSort.CONFIRMED, true));
        InboxPins few = map.pins(KARIN, view("").criteria(), AREA, 16);
        assertThat(few.total()).isEqualTo(open.size()).isLessThan(InboxMap.MOST_PINS);
        assertThat(few.features()).hasSize(open.size());
        assertThat(AREA.contains(se.fixamingata.position.Position.of(
                        few.box().south(), few.box().west())))
                .isTrue();
        cases.clear();
        em.createNativeQuery("delete from report").executeUpdate();
        scatter(1500, 9);
        List<Case> all = expected(one -> true, order(InboxSort.CONFIRMED, true));
        InboxPins many = map.pins(KARIN, view("status=all").criteria(), null, 9);
        assertThat(many.total()).isEqualTo(all.size()).isGreaterThan(InboxMap.MOST_PINS);
        assertThat(many.features()).hasSizeLessThan(all.size());
        int counted = many.features().stream()
                .mapToInt(one -> one instanceof se.fixamingata.map.MapFeature.Cluster ring ? ring.count() : 1)
                .sum();
        assertThat(counted).isEqualTo(all.size());
        assertThat(many.features().stream()
                        .filter(se.fixamingata.map.MapFeature.Cluster.class::isInstance)
                        .map(se.fixamingata.map.MapFeature.Cluster.class::cast)
                        .collect(Collectors.summingInt(se.fixamingata.map.MapFeature.Cluster::open)))
                .isPositive();
    }
}
