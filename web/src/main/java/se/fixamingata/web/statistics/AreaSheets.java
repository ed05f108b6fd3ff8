package se.fixamingata.web.statistics;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import se.fixamingata.category.Categories;
import se.fixamingata.category.Category;
import se.fixamingata.statistics.reading.AreaFigures;
import se.fixamingata.statistics.reading.CategoryTimes;
import se.fixamingata.statistics.reading.Figure;
import se.fixamingata.statistics.reading.Measure;
import se.fixamingata.statistics.reading.MeasureTable;
import se.fixamingata.web.statistics.sheet.Cell;
import se.fixamingata.web.statistics.sheet.Cells;
import se.fixamingata.web.statistics.sheet.Column;
import se.fixamingata.web.statistics.sheet.Line;
import se.fixamingata.web.statistics.sheet.Sheet;
import se.fixamingata.web.text.Names;
import se.fixamingata.web.text.TextBean;

/** The tables of one area: month by month, category by category, and how long things take. */
@RequestScoped
public class AreaSheets {

    /** A report's status tells which are fixed, closed or open; nothing on the map is "answered" or "reopened". */
    private static final Map<Measure, String> ON_THE_MAP = Map.of(
            Measure.REPORTED, "",
            Measure.FIXED, "fixed",
            Measure.CLOSED, "closed",
            Measure.OPEN, "open",
            Measure.OVERDUE, "open");

    private static final List<Measure> OF_CATEGORIES =
            List.of(Measure.REPORTED, Measure.ANSWERED, Measure.FIXED, Measure.CLOSED, Measure.OPEN);

    @Inject
    Categories categories;

    @Inject
    Chosen chosen;

    @Inject
    Cells cells;

    @Inject
    Names names;

    @Inject
    TextBean text;

    /** A row for each month, newest first, of the chosen category or of all. */
    Sheet months(Place place, AreaFigures figures) {
        List<Measure> measures = List.of(Measure.values());
        List<Line> lines = new ArrayList<>();
        List<YearMonth> months = figures.months().list();
        for (int i = months.size() - 1; i >= 0; i--) {
            int at = i;
            YearMonth month = months.get(i);
            lines.add(new Line(
                    month.toString(),
                    name(month),
                    "",
                    cells(
                            measures,
                            measure -> cells.count(row(figures, measure, chosen.category())
                                    .map(row -> row.figures().get(at))
                                    .orElse(new Figure(0L))))));
        }
        lines.add(new Line(
                Chosen.ALL,
                text.of("statistik.sum.period"),
                "",
                cells(measures, measure -> total(place, figures, measure, chosen.category()))));
        return sheet(place, "manader", "statistik.month", columns(measures), lines);
    }

    /** The last month is not over yet, when its last day is not counted. */
    private String name(YearMonth month) {
        return YearMonth.from(chosen.lastDay()).equals(month)
                        && !chosen.lastDay().equals(month.atEndOfMonth())
                ? text.of("statistik.month.begun", chosen.month(month))
                : chosen.month(month);
    }

    /** A row for each category of which there is anything, the most reported first. */
    Sheet categories(Place place, AreaFigures figures) {
        List<Line> lines = new ArrayList<>(figures.table(Measure.REPORTED).rows().stream()
                .sorted(Comparator.comparing(
                                (MeasureTable.Row row) ->
                                        row.total().hidden() ? 1L : row.total().number(),
                                Comparator.reverseOrder())
                        .thenComparing(row -> names.category(row.category())))
                .map(row -> category(place, figures, row.category()))
                .toList());
        if (!lines.isEmpty()) {
            lines.add(new Line(
                    Chosen.ALL,
                    text.of("statistik.category.all"),
                    "",
                    cells(OF_CATEGORIES, measure -> total(place, figures, measure, Chosen.ALL))));
        }
        return sheet(place, "kategorier", "statistik.category", columns(OF_CATEGORIES), lines);
    }

    private Line category(Place place, AreaFigures figures, String category) {
        return new Line(
                category,
                names.category(category),
                chosen.query(place.path()).with("kategori", category).toString(),
                cells(OF_CATEGORIES, measure -> total(place, figures, measure, category)));
    }

    /** How long it takes, by category, of the chosen one or of all; in the order of the categories. */
    Sheet times(Place place, AreaFigures figures) {
        List<Column> columns = Stream.of(
                        "answer-median", "answer-p90", "answer-n", "fixed-median", "fixed-p90", "fixed-n")
                .map(key -> new Column(key, text.of("statistik.times." + key)))
                .toList();
        Stream<String> codes = chosen.getCategory().isEmpty()
                ? Stream.concat(categories.all().stream().map(Category::code), Stream.of(Chosen.ALL))
                : Stream.of(chosen.category());
        List<Line> lines = codes.map(figures::times)
                .flatMap(Optional::stream)
                .filter(times -> times.category().equals(chosen.category()) || !isHidden(times))
                .map(this::times)
                .toList();
        return sheet(place, "tider", "statistik.category", columns, lines);
    }

    /** A category of which neither time is shown has no row: the page says that there are others. */
    private static boolean isHidden(CategoryTimes times) {
        return times.answer().hidden() && times.fixed().hidden();
    }

    private Line times(CategoryTimes times) {
        return new Line(
                times.category(),
                times.category().equals(Chosen.ALL)
                        ? text.of("statistik.category.all")
                        : names.category(times.category()),
                "",
                List.of(
                        cells.days(times.answer(), times.answer().median()),
                        cells.days(times.answer(), times.answer().ninetieth()),
                        cells.reports(times.answer()),
                        cells.days(times.fixed(), times.fixed().median()),
                        cells.days(times.fixed(), times.fixed().ninetieth()),
                        cells.reports(times.fixed())));
    }

    /** The sum of the months, with the way to the reports behind it. */
    private Cell total(Place place, AreaFigures figures, Measure measure, String category) {
        String code = category.equals(Chosen.ALL) ? "" : category;
        return row(figures, measure, category)
                .map(row -> cells.count(
                        row.total(), ON_THE_MAP.containsKey(measure) ? place.map(ON_THE_MAP.get(measure), code) : ""))
                .orElseGet(() -> cells.count(new Figure(0L)));
    }

    /** Of a category nothing is there at all when it has no row. */
    static Optional<MeasureTable.Row> row(AreaFigures figures, Measure measure, String category) {
        MeasureTable table = figures.table(measure);
        return category.equals(Chosen.ALL) ? Optional.of(table.all()) : table.row(category);
    }

    private List<Column> columns(List<Measure> measures) {
        return measures.stream()
                .map(measure -> new Column(measure.code(), text.of("statistik.measure." + measure.code())))
                .toList();
    }

    private static List<Cell> cells(List<Measure> measures, Function<Measure, Cell> cell) {
        return measures.stream().map(cell).toList();
    }

    private Sheet sheet(Place place, String id, String corner, List<Column> columns, List<Line> lines) {
        return new Sheet(
                id,
                text.of("statistik.sheet." + id),
                text.of(corner),
                columns,
                lines,
                chosen.query(place.path())
                        .with("format", "csv")
                        .with("tabell", id)
                        .toString());
    }
}
