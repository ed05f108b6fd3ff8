package se.fixamingata.statistics.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fixamingata.statistics.Town.night;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.statistics.Night;
import se.fixamingata.statistics.NightlyFigures;
import se.fixamingata.statistics.Town;
import se.fixamingata.statistics.Town.Case;

/**
 * Somebody who has all that is published: the public reports one by one, and every table of figures, those of other periods and of other
 * nights too. Takes tables from each other and the public reports from the tables. What is left over would be about reports that not
 * everybody may read.
 */
class DisclosureIT extends DatabaseTest {

    private static final Instant CUT_OFF = Instant.parse("2026-11-22T23:00:00Z");
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final List<String> AREAS = List.of("SE", "01", "17", "0136", "0180", "1763", "1780");
    private static final List<String> CATEGORIES = List.of("*", "lighting", "litter", "other", "winter");

    /** Periods that overlap: years, half a year, a quarter, single months. */
    private static final List<Months> PERIODS = List.of(
            months("2024-11", "2026-11"),
            months("2025-12", "2026-11"),
            months("2025-11", "2026-10"),
            months("2026-06", "2026-11"),
            months("2026-09", "2026-11"),
            months("2026-10", "2026-10"),
            months("2026-11", "2026-11"));

    private Town town;
    private List<Case> open;
    private List<String> withoutThem;

    /** A small country, whose caseworkers keep what is "other" to themselves, and where moderators have hidden some of the rest. */
    @BeforeEach
    void aSmallCountry() {
        List<Case> all = Town.many(900, CUT_OFF, 5);
        Predicate<Case> secret = one -> one.category().equals("other") || one.id() % 37 == 0;
        open = all.stream().filter(secret.negate()).toList();
        town = new Town(em).add(open);
        Night without = night(em, clock, null);
        withoutThem = Town.rows(em, without.generation());
        List<Case> kept = all.stream().filter(secret).toList();
        town.add(kept);
        kept.forEach(one -> town.keepFromEverybody(one.id(), one.category().equals("other") ? "PRIVATE" : "HIDDEN"));
    }

    @Test
    @DisplayName("No row of any table is another one because of reports that not everybody may read")
    void figuresAreTheSameWithoutThem() {
        assertThat(open).hasSizeBetween(600, 700);
        Night with = night(em, clock, null);
        assertThat(Town.rows(em, with.generation())).hasSizeGreaterThan(1_000).isEqualTo(withoutThem);
    }

    @Test
    @DisplayName("Nothing is left of any table, sum or difference when the public reports are taken away")
    void nothingIsLeftOver() {
        night(em, clock, null);
        PublishedNights nights = new PublishedNights(em);
        Statistics statistics = new Statistics(nights);
        Map<String, Long> left = new TreeMap<>();
        int seen = 0;
        for (Months months : PERIODS) {
            for (String area : AREAS) {
                MeasureTable table =
                        statistics.figures(Area.of(area), months).orElseThrow().table(Measure.REPORTED);
                List<MeasureTable.Row> rows = new ArrayList<>(table.rows());
                rows.add(table.all());
                for (MeasureTable.Row row : rows) {
                    String what = "page " + area + " " + row.category() + " ";
                    seen += look(left, what + months, row.total(), reported(area, row.category(), months));
                    for (int i = 0; i < table.months().size(); i++) {
                        Months month =
                                new Months(table.months().get(i), table.months().get(i));
                        seen += look(left, what + month, row.figures().get(i), reported(area, row.category(), month));
                    }
                }
            }
            for (String category : CATEGORIES) {
                Comparison comparison = statistics.comparison(category, months).orElseThrow();
                for (Comparison.Row row : comparison.rows()) {
                    String what = "beside " + row.municipality() + " " + category + " " + months;
                    seen += look(
                            left, what, row.figure(Measure.REPORTED), reported(row.municipality(), category, months));
                }
                seen += look(
                        left,
                        "beside SE " + category + " " + months,
                        comparison.country().get(Measure.REPORTED),
                        reported("SE", category, months));
            }
        }
        for (String area : AREAS) {
            for (String category : CATEGORIES) {
                for (int days : new int[] {7, 30, 90}) {
                    LocalDate day = LocalDate.of(2026, 6, 1);
                    AroundADay around = statistics
                            .aroundADay(Area.of(area), category, day, days)
                            .orElseThrow();
                    String what = "around " + area + " " + category + " " + days;
                    seen += look(
                            left,
                            what,
                            around.before().get(Measure.REPORTED),
                            reported(area, category, day.minusDays(days), day));
                    seen += look(
                            left,
                            what,
                            around.after().get(Measure.REPORTED),
                            reported(area, category, day, day.plusDays(days)));
                }
            }
        }
        assertThat(seen).as("figures that are shown").isGreaterThan(1_000);
        assertThat(left).isEmpty();
    }

    @Test
    @DisplayName("Times, expected times and what is taken along name no category that only the authority may read")
    void aPrivateCategoryIsNowhere() {
        night(em, clock, null);
        PublishedNights nights = new PublishedNights(em);
        Statistics statistics = new Statistics(nights);
        FigureNight night = statistics.night().orElseThrow();
        assertThat(night.reports()).isEqualTo(reported("SE", "*", PERIODS.get(0)));
        OpenFigures files = new OpenFigures(nights);
        List<MunicipalityTables> taken = new ArrayList<>();
        files.<RuntimeException>eachMunicipality(night, PERIODS.get(1), taken::add);
        assertThat(taken).hasSize(4).allSatisfy(one -> assertThat(one.tables().values())
                .allSatisfy(table -> assertThat(table.row("other")).isEmpty()));
        assertThat(files.times(night)).hasSize(AREAS.size()).allSatisfy(area -> assertThat(area.times())
                .noneMatch(one -> one.category().equals("other")));
        for (String area : AREAS.subList(3, 7)) {
            assertThat(new ExpectedTimes(nights, 1).of(area, "other")).isEmpty();
            assertThat(statistics
                            .figures(Area.of(area), PERIODS.get(0))
                            .orElseThrow()
                            .times("other"))
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("What is hidden after it was counted, and before the night is published, is counted no more")
    void hiddenWhileTheNightIsCounted() {
        NightlyFigures figures = new NightlyFigures(em, clock);
        Night night = figures.begin(null);
        for (boolean first : new boolean[] {true, false}) {
            figures.municipalities(night, first, "").forEach(code -> figures.count(night, code));
        }
        assertThat(figures.moved(night)).isEmpty();
        Case one = open.stream()
                .filter(report -> report.municipality().equals("1763")
                        && report.confirmed().isBefore(CUT_OFF))
                .findFirst()
                .orElseThrow();
        town.keepFromEverybody(one.id(), "HIDDEN");
        assertThat(figures.moved(night)).containsExactly("1763");
        figures.count(night, "1763");
        assertThat(figures.moved(night)).isEmpty();
    }

    /** 1 when the figure is shown; what the public reports do not explain is noted. */
    private static int look(Map<String, Long> left, String what, Figure figure, long known) {
        if (figure.hidden()) {
            return 0;
        }
        if (figure.number() != known) {
            left.put(what, figure.number() - known);
        }
        return 1;
    }

    private long reported(String area, String category, Months months) {
        return reported(
                area,
                category,
                months.first().atDay(1),
                months.last().plusMonths(1).atDay(1));
    }

    /** As anybody counts them, on the map. */
    private long reported(String area, String category, LocalDate from, LocalDate until) {
        return open.stream()
                .filter(one -> area.equals("SE") || one.municipality().startsWith(area))
                .filter(one -> category.equals("*") || one.category().equals(category))
                .filter(one -> one.confirmed().isBefore(CUT_OFF))
                .map(one -> one.confirmed().atZone(SWEDEN).toLocalDate())
                .filter(day -> !day.isBefore(from) && day.isBefore(until))
                .count();
    }

    private static Months months(String first, String last) {
        return new Months(YearMonth.parse(first), YearMonth.parse(last));
    }
}
