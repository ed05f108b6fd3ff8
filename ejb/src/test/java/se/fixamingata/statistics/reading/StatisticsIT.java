package se.fixamingata.statistics.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fixamingata.report.ReportStatus.FIXED;
import static se.fixamingata.statistics.Town.becomes;
import static se.fixamingata.statistics.Town.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.statistics.Town;

/** What the pages get: sums that are right, nothing under five, and as many queries as there are records. */
class StatisticsIT extends DatabaseTest {

    private static final Months AUTUMN = new Months(YearMonth.of(2026, 9), YearMonth.of(2026, 11));

    @Test
    void beforeTheFirstNightThereIsNothing() {
        new Town(em);
        Statistics statistics = new Statistics(new PublishedNights(em));
        assertThat(statistics.night()).isEmpty();
        assertThat(statistics.figures(Area.COUNTRY, AUTUMN)).isEmpty();
        assertThat(statistics.comparison("*", AUTUMN)).isEmpty();
        assertThat(new ExpectedTimes(new PublishedNights(em), 1).of("1763", "lighting"))
                .isEmpty();
    }

    @Test
    void aPageHasItsTablesWithTheirSumsAndItsTimes() {
        Statistics statistics = autumn();
        assertThat(statistics.night().orElseThrow().lastDay()).isEqualTo(LocalDate.of(2026, 11, 22));
        AreaFigures page = statistics.figures(Area.of("17"), AUTUMN).orElseThrow();
        MeasureTable reported = page.table(Measure.REPORTED);
        assertThat(reported.months())
                .containsExactly(YearMonth.of(2026, 9), YearMonth.of(2026, 10), YearMonth.of(2026, 11));
        assertThat(numbers(reported.row("lighting").orElseThrow())).containsExactly(20L, 0L, 10L, 30L);
        assertThat(numbers(reported.all())).containsExactly(20L, 0L, 16L, 36L);
        assertThat(numbers(page.table(Measure.OPEN).row("lighting").orElseThrow()))
                .containsExactly(10L, 10L, 20L, 20L);
        assertThat(page.times().get(0).category()).isEqualTo("*");
        // Half of the thirty would be fifteen; ten were fixed, after nine days.
        assertThat(page.times("lighting").orElseThrow().fixed()).isEqualTo(new TimeFigure(30, null, null));
    }

    @Test
    void whatIsUnderFiveIsNotThere() {
        Town town = new Town(em);
        for (int id = 1; id <= 3; id++) {
            town.add(report(id, "1763", "lighting", "2026-11-01T10:00:00Z"));
        }
        for (int id = 4; id <= 12; id++) {
            town.add(report(id, "1763", "litter", "2026-11-01T10:00:00Z"));
        }
        Town.night(em, clock, null);
        Statistics statistics = new Statistics(new PublishedNights(em));
        AreaFigures page = statistics.figures(Area.of("1763"), AUTUMN).orElseThrow();
        MeasureTable reported = page.table(Measure.REPORTED);
        assertThat(numbers(reported.all())).containsExactly(0L, 0L, 12L, 12L);
        // Nine and twelve would give the three away.
        assertThat(numbers(reported.row("lighting").orElseThrow())).containsExactly(0L, 0L, null, null);
        assertThat(numbers(reported.row("litter").orElseThrow())).containsExactly(0L, 0L, null, null);
        assertThat(page.times("lighting").orElseThrow().fixed().hidden()).isTrue();
        assertThat(statistics
                        .aroundADay(Area.COUNTRY, "lighting", LocalDate.of(2026, 11, 1), 10)
                        .orElseThrow()
                        .after()
                        .get(Measure.REPORTED))
                .isEqualTo(Figure.HIDDEN);
    }

    /** Of how many reports the time of all categories is, and those of the others, would tell how few the small one has. */
    @Test
    void norDoTheTimesGiveItAway() {
        Town town = new Town(em);
        for (int id = 1; id <= 33; id++) {
            String category = id <= 3 ? "lighting" : id <= 13 ? "litter" : "winter";
            town.add(report(id, "1763", category, "2026-11-01T10:00:00Z", becomes(FIXED, "2026-11-04T10:00:00Z")));
        }
        Town.night(em, clock, null);
        PublishedNights nights = new PublishedNights(em);
        AreaFigures page =
                new Statistics(nights).figures(Area.of("1763"), AUTUMN).orElseThrow();
        assertThat(page.times("lighting").orElseThrow().fixed().hidden()).isTrue();
        assertThat(page.times("litter").orElseThrow().fixed().hidden()).isTrue();
        assertThat(page.times("winter").orElseThrow().fixed()).isEqualTo(new TimeFigure(20, 3, 3));
        assertThat(page.times("*").orElseThrow().fixed()).isEqualTo(new TimeFigure(33, 3, 3));
        assertThat(new OpenFigures(nights).times(nights.published().orElseThrow()))
                .contains(new AreaTimes(Area.of("1763"), page.times()))
                .extracting(one -> one.area().code())
                .contains("SE", "17", "1763");
    }

    @Test
    void whatIsTakenAlongIsWhatThePagesShow() {
        Statistics statistics = autumn();
        FigureNight night = statistics.night().orElseThrow();
        List<MunicipalityTables> taken = new ArrayList<>();
        new OpenFigures(new PublishedNights(em)).<RuntimeException>eachMunicipality(night, AUTUMN, taken::add);
        assertThat(taken).extracting(MunicipalityTables::municipality).containsExactly("1763", "1780");
        for (MunicipalityTables one : taken) {
            assertThat(one.tables())
                    .isEqualTo(statistics
                            .figures(Area.of(one.municipality()), AUTUMN)
                            .orElseThrow()
                            .tables());
        }
    }

    @Test
    void municipalitiesStandBesideEachOtherPerThousandInhabitants() {
        Comparison comparison = autumn().comparison("lighting", AUTUMN).orElseThrow();
        assertThat(comparison.rows())
                .extracting(Comparison.Row::municipality)
                .containsExactly("0136", "0180", "1763", "1780");
        Comparison.Row forshaga = comparison.rows().get(2);
        assertThat(forshaga.figure(Measure.REPORTED).number()).isEqualTo(30);
        assertThat(forshaga.perThousand(Measure.REPORTED)).isEqualTo(3.0);
        assertThat(forshaga.figure(Measure.OPEN).number()).isEqualTo(20);
        assertThat(comparison.rows().get(0).figure(Measure.REPORTED).number()).isZero();
        assertThat(comparison.country().get(Measure.REPORTED).number()).isEqualTo(30);
    }

    @Test
    void beforeAndAfterADay() {
        Statistics statistics = autumn();
        for (Area area : List.of(Area.of("1763"), Area.of("17"), Area.COUNTRY)) {
            AroundADay around = statistics
                    .aroundADay(area, "lighting", LocalDate.of(2026, 9, 10), 9)
                    .orElseThrow();
            assertThat(around.before().get(Measure.REPORTED).number())
                    .as(area.code())
                    .isEqualTo(20);
            assertThat(around.before().get(Measure.FIXED).number()).isZero();
            assertThat(around.after().get(Measure.FIXED).number()).isEqualTo(10);
            assertThat(around.after().get(Measure.REPORTED).number()).isZero();
        }
    }

    @Test
    void theExpectedTimeIsTheMedianOfEnoughReports() {
        Town town = new Town(em);
        for (int id = 1; id <= 20; id++) {
            town.add(report(id, "1763", "lighting", "2026-10-01T10:00:00Z", becomes(FIXED, "2026-10-08T12:00:00Z")));
        }
        Town.night(em, clock, null);
        ExpectedTimes times = new ExpectedTimes(new PublishedNights(em), 20);
        assertThat(times.of("1763", "lighting")).contains(new ExpectedTime(Area.of("1763"), 8, 20));
        assertThat(times.of("TRV", "lighting")).contains(new ExpectedTime(Area.COUNTRY, 8, 20));
        assertThat(times.of("1763", "litter")).isEmpty();
        assertThat(new ExpectedTimes(new PublishedNights(em), 21).of("1763", "lighting"))
                .isEmpty();
    }

    /** In Forshaga twenty lights in September, half of them fixed after nine days, and ten in November; six of something else. */
    private Statistics autumn() {
        Town town = new Town(em);
        for (int id = 1; id <= 10; id++) {
            town.add(report(id, "1763", "lighting", "2026-09-02T10:00:00Z", becomes(FIXED, "2026-09-11T10:00:00Z")));
        }
        for (int id = 11; id <= 20; id++) {
            town.add(report(id, "1763", "lighting", "2026-09-02T10:00:00Z"));
        }
        for (int id = 21; id <= 30; id++) {
            town.add(report(id, "1763", "lighting", "2026-11-02T10:00:00Z"));
        }
        for (int id = 31; id <= 36; id++) {
            town.add(report(id, "1780", "litter", "2026-11-02T10:00:00Z"));
        }
        Town.night(em, clock, null);
        return new Statistics(new PublishedNights(em));
    }

    private static List<Long> numbers(MeasureTable.Row row) {
        List<Long> numbers =
                new ArrayList<>(row.figures().stream().map(Figure::number).toList());
        numbers.add(row.total().number());
        return numbers;
    }
}
