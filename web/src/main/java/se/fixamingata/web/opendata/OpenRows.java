package se.fixamingata.web.opendata;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import se.fixamingata.category.Categories;
import se.fixamingata.category.Category;
import se.fixamingata.municipality.Municipalities;
import se.fixamingata.municipality.Municipality;
import se.fixamingata.shared.Language;
import se.fixamingata.statistics.reading.AreaTimes;
import se.fixamingata.statistics.reading.CategoryTimes;
import se.fixamingata.statistics.reading.Comparison;
import se.fixamingata.statistics.reading.Figure;
import se.fixamingata.statistics.reading.FigureNight;
import se.fixamingata.statistics.reading.Measure;
import se.fixamingata.statistics.reading.MeasureTable;
import se.fixamingata.statistics.reading.Months;
import se.fixamingata.statistics.reading.MunicipalityTables;
import se.fixamingata.statistics.reading.OpenFigures;
import se.fixamingata.statistics.reading.Statistics;
import se.fixamingata.statistics.reading.TimeFigure;

/** What is in each table. Always the months of the pages' usual view: other ones beside them would tell what each hides. */
@ApplicationScoped
public class OpenRows {

    private static final int MONTHS = 12;
    private static final String ALL = "*";
    private static final List<Measure> HAPPENINGS = Arrays.stream(Measure.values())
            .filter(measure -> !measure.isStock())
            .toList();

    @Inject
    OpenFigures figures;

    @Inject
    Statistics statistics;

    @Inject
    Categories categories;

    @Inject
    Municipalities municipalities;

    static Months months(FigureNight night) {
        return Months.until(YearMonth.from(night.lastDay()), MONTHS);
    }

    /** @param night null when the table is not of a night */
    void each(OpenTable table, FigureNight night, RowSink sink) throws IOException {
        switch (table) {
            case FIGURES -> figures.eachMunicipality(night, months(night), one -> months(one, sink));
            case TIMES -> times(night, sink);
            case COMPARISON -> comparison(night, sink);
            case CATEGORIES -> categories(sink);
            default -> municipalities(sink);
        }
    }

    /** A category has a row for each month in which there is anything; what is not shown is something. */
    static void months(MunicipalityTables one, RowSink sink) throws IOException {
        TreeSet<String> codes = new TreeSet<>();
        HAPPENINGS.forEach(measure -> one.tables().get(measure).rows().forEach(row -> codes.add(row.category())));
        codes.add(ALL);
        List<YearMonth> months = one.tables().get(Measure.REPORTED).months();
        for (String category : codes) {
            for (int month = 0; month < months.size(); month++) {
                List<Long> numbers = new ArrayList<>();
                for (Measure measure : HAPPENINGS) {
                    numbers.add(number(one.tables().get(measure), category, month));
                }
                if (numbers.stream().anyMatch(number -> number == null || number != 0)) {
                    List<Object> cells = new ArrayList<>(List.of(
                            one.municipality(), category, months.get(month).toString()));
                    cells.addAll(numbers);
                    sink.row(cells);
                }
            }
        }
    }

    private static Long number(MeasureTable table, String category, int month) {
        if (category.equals(ALL)) {
            return table.all().figures().get(month).number();
        }
        return table.row(category)
                .map(row -> row.figures().get(month))
                .orElse(new Figure(0L))
                .number();
    }

    private void times(FigureNight night, RowSink sink) throws IOException {
        for (AreaTimes area : figures.times(night)) {
            for (CategoryTimes one : area.times()) {
                List<Object> cells = new ArrayList<>(List.of(area.area().code(), one.category()));
                time(one.answer(), cells);
                time(one.fixed(), cells);
                sink.row(cells);
            }
        }
    }

    private static void time(TimeFigure time, List<Object> cells) {
        cells.add(time.reports());
        cells.add(time.median());
        cells.add(time.ninetieth());
    }

    /** Of the night that is read now, should another one have been published meanwhile. */
    private void comparison(FigureNight night, RowSink sink) throws IOException {
        Comparison comparison = statistics.comparison(ALL, months(night)).orElseThrow();
        for (Comparison.Row row : comparison.rows()) {
            List<Object> cells = new ArrayList<>();
            cells.add(row.municipality());
            cells.add(row.population());
            cells.add(row.stale());
            for (Measure measure : Measure.values()) {
                cells.add(row.figure(measure).number());
            }
            Double perThousand = row.perThousand(Measure.REPORTED);
            cells.add(perThousand == null ? null : Math.round(perThousand * 10) / 10.0);
            sink.row(cells);
        }
    }

    private void categories(RowSink sink) throws IOException {
        for (Category one : categories.all()) {
            sink.row(List.of(
                    one.code(),
                    one.name(Language.SV),
                    one.name(Language.EN),
                    one.group().name().toLowerCase(Locale.ROOT)));
        }
    }

    private void municipalities(RowSink sink) throws IOException {
        for (Municipality one : municipalities.all()) {
            List<Object> cells =
                    new ArrayList<>(List.of(one.code(), one.name(), one.slug(), one.countyCode(), one.county()));
            cells.add(one.population());
            cells.add(one.centre().lat());
            cells.add(one.centre().lon());
            sink.row(cells);
        }
    }
}
