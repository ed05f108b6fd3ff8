package se.fixamingata.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.fixamingata.DatabaseTest;
import se.fixamingata.position.BoundingBox;
import se.fixamingata.position.Position;
import se.fixamingata.report.ReportCriteria.Sort;

class ReportSearchIT extends DatabaseTest {

    private static final Position HERE = Position.of(59.53, 13.48);
    private static final Instant SINCE = Instant.parse("2026-06-01T00:00:00Z");
    private static final List<String> CATEGORIES = List.of("lighting", "graffiti", "other");

    private ReportSearch search;

    @BeforeEach
    void setUp() {
        ReportRow.addMunicipalities(em);
        search = new ReportSearch(em);
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void everyFilterAndEveryPageAgreeWithLookingAtAll(Sort sort) {
        List<ReportRow> rows = scattered(1_500);
        ReportRow.addAll(em, rows);
        for (ReportCriteria criteria : variants(sort)) {
            List<Long> expected = rows.stream()
                    .filter(row -> fits(row, criteria))
                    .sorted(order(sort))
                    .map(ReportRow::id)
                    .toList();
            List<Long> listed = new ArrayList<>();
            for (int page = 0; page * 50 <= expected.size(); page++) {
                ReportList list = search.search(criteria.withPage(page, 50));
                assertThat(list.total()).as("%s", criteria).isEqualTo(expected.size());
                assertThat(list.totalIsExact()).isTrue();
                assertThat(list.hasNext()).isEqualTo((page + 1) * 50 < expected.size());
                list.reports().forEach(report -> listed.add(report.id()));
            }
            assertThat(listed).as("%s", criteria).isEqualTo(expected);
        }
    }

    private static List<ReportRow> scattered(int number) {
        Random random = new Random(number);
        List<ReportRow> rows = new ArrayList<>();
        for (int id = 1; id <= number; id++) {
            Instant changed =
                    Instant.parse("2026-11-01T00:00:00Z").minus(Duration.ofSeconds(random.nextInt(40_000_000)));
            rows.add(ReportRow.of(id, 59.53 + random.nextGaussian() * 0.2, 13.48 + random.nextGaussian() * 0.3)
                    .in(random.nextBoolean() ? "1763" : "0180")
                    .about(CATEGORIES.get(random.nextInt(CATEGORIES.size())))
                    .with(ReportStatus.values()[random.nextInt(ReportStatus.values().length)])
                    .with(random.nextInt(8) == 0 ? Visibility.HIDDEN : Visibility.PUBLIC)
                    .saying(
                            random.nextBoolean() ? "Trasig lampa" : "Stort hål",
                            "Ring mig inte om detta",
                            "nära Åsgatan")
                    .confirmed(changed.minus(Duration.ofSeconds(random.nextInt(5_000_000))))
                    .changed(changed));
        }
        return rows;
    }

    private static List<ReportCriteria> variants(Sort sort) {
        ReportCriteria start = sort == Sort.NEAREST
                ? ReportCriteria.all().nearestTo(HERE)
                : ReportCriteria.all().sortedBy(sort);
        BoundingBox near = HERE.around(4_000);
        return List.of(
                start,
                start.withBox(near),
                start.withBox(new BoundingBox(59.53, 13.48, 59.53, 13.48)),
                start.withBox(new BoundingBox(-90, -180, 90, 180)).withCategories(Set.of("other", "graffiti")),
                start.withBox(near).withStatuses(Set.of(ReportStatus.FIXED, ReportStatus.REPORTED)),
                start.withChangedSince(SINCE).withMunicipality("0180"),
                start.withBox(HERE.around(20_000)).withText("lampa ÅSGATAN"),
                start.withText("hål").withChangedSince(SINCE));
    }

    private static boolean fits(ReportRow row, ReportCriteria criteria) {
        return row.listed()
                && (criteria.box() == null || criteria.box().contains(row.position()))
                && (criteria.statuses().isEmpty() || criteria.statuses().contains(row.status()))
                && (criteria.categories().isEmpty() || criteria.categories().contains(row.category()))
                && (criteria.changedSince() == null || !row.changedAt().isBefore(criteria.changedSince()))
                && (criteria.municipalityCode() == null
                        || criteria.municipalityCode().equals(row.municipality()))
                && (criteria.text() == null
                        || row.title().contains(criteria.text().split(" ")[0]));
    }

    private static Comparator<ReportRow> order(Sort sort) {
        double shrunk = Math.pow(Math.cos(Math.toRadians(HERE.lat())), 2);
        return switch (sort) {
            case NEWEST ->
                Comparator.comparing(ReportRow::confirmedAt)
                        .thenComparing(ReportRow::id)
                        .reversed();
            case CHANGED -> Comparator.comparing(ReportRow::changedAt).reversed();
            case NEAREST ->
                Comparator.comparingDouble(
                        (ReportRow row) -> Math.pow(row.position().lat() - HERE.lat(), 2)
                                + Math.pow(row.position().lon() - HERE.lon(), 2) * shrunk);
        };
    }

    @Test
    void moreThanIsWorthCountingIsSaidToBeMore() {
        ReportRow.addAll(em, scattered(14_000));
        for (Sort sort : Sort.values()) {
            ReportCriteria all = ReportCriteria.all().nearestTo(HERE);
            ReportList list = search.search(sort == Sort.NEAREST ? all : all.sortedBy(sort));
            assertThat(list.total()).isEqualTo(ReportSearch.EXACT_UP_TO);
            assertThat(list.totalIsExact()).isFalse();
            assertThat(list.reports()).hasSize(20);
        }
        assertThat(search.search(ReportCriteria.all().withText("finns inte alls"))
                        .reports())
                .isEmpty();
    }

    @Test
    void whatAWildcardOrAQuoteLooksLikeIsOnlyALetter() {
        ReportRow.add(
                em,
                row(1).saying("Rabatt 100 % fel", "En understruken_rad", null),
                row(2).saying("Rabatt 1000 fel", "En understrukenXrad", null),
                row(3).saying("Robert'); drop table report;--", "Utrop! här", null),
                row(4).saying("Lampan 🔦 blinkar", "Öga mot öga", "nära Å"));
        assertThat(found("100 %")).containsExactly(1L);
        assertThat(found("understruken_rad")).containsExactly(1L);
        assertThat(found("'); drop")).containsExactly(3L);
        assertThat(found("utrop!")).containsExactly(3L);
        assertThat(found("🔦")).containsExactly(4L);
        assertThat(found("%")).containsExactly(1L);
        assertThat(found("\\")).isEmpty();
        assertThat(found("' or 1=1 --")).isEmpty();
        assertThat(found("x".repeat(5_000))).isEmpty();
        assertThat(found("oga")).as("å, ä and ö are letters of their own").isEmpty();
        assertThat(found("ÖGA")).containsExactly(4L);
    }

    @Test
    void aNumberFindsThatReportWhateverElseIsAsked() {
        ReportRow.add(em, row(41), row(42), row(43).with(Visibility.PRIVATE));
        ReportCriteria elsewhere = ReportCriteria.all().withBox(new BoundingBox(55, 12, 56, 13));
        assertThat(search.search(elsewhere.withText("#42")).reports())
                .extracting(ReportSummary::id)
                .containsExactly(42L);
        assertThat(search.search(elsewhere.withText("#43")).reports()).isEmpty();
        assertThat(search.search(elsewhere.withText("#999999999999999999")).reports())
                .isEmpty();
    }

    @Test
    void theNewestFixedComeFirstAndNoOthers() {
        ReportRow.add(
                em,
                row(1).with(ReportStatus.FIXED).changed(SINCE),
                row(2).with(ReportStatus.FIXED).changed(SINCE.plusSeconds(1)),
                row(3).with(ReportStatus.FIXED).in("0180").changed(SINCE.plusSeconds(2)),
                row(4).with(ReportStatus.FIXED).with(Visibility.HIDDEN).changed(SINCE.plusSeconds(3)),
                row(5));
        assertThat(search.newestFixed(2, null)).extracting(ReportSummary::id).containsExactly(3L, 2L);
        assertThat(search.newestFixed(5, "1763")).extracting(ReportSummary::id).containsExactly(2L, 1L);
    }

    private List<Long> found(String text) {
        return search.search(ReportCriteria.all().withText(text)).reports().stream()
                .map(ReportSummary::id)
                .toList();
    }

    private static ReportRow row(long id) {
        return ReportRow.of(id, HERE.lat(), HERE.lon());
    }
}
