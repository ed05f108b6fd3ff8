package se.fixamingata.monthly;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.fixamingata.shared.Language;
import se.fixamingata.statistics.reading.AreaFigures;
import se.fixamingata.statistics.reading.CategoryTimes;
import se.fixamingata.statistics.reading.Figure;
import se.fixamingata.statistics.reading.Measure;
import se.fixamingata.statistics.reading.MeasureTable;
import se.fixamingata.statistics.reading.TimeFigure;

/** The figures of a letter as its template wants them: its month is the last of the table's, and beside it the one before. */
final class MonthlyContent {

    /** What the HTML calls the chart. */
    static final String CHART = "manader@fixamingata";

    private static final List<Measure> TOLD =
            List.of(Measure.REPORTED, Measure.FIXED, Measure.CLOSED, Measure.OPEN, Measure.OVERDUE);

    private static final int COMMON = 3;

    private static final TimeFigure UNKNOWN = new TimeFigure(null, null, null);

    private final AreaFigures figures;
    private final MonthlyWords words;
    private final UnaryOperator<String> categoryName;

    /** @param categoryName by its code */
    MonthlyContent(AreaFigures figures, Language language, UnaryOperator<String> categoryName) {
        this.figures = figures;
        this.words = new MonthlyWords(language);
        this.categoryName = categoryName;
    }

    /** One for each month, of all categories. */
    List<Figure> figures(Measure measure) {
        return figures.table(measure).all().figures();
    }

    Map<String, Object> values() {
        List<YearMonth> months = figures.months().list();
        int last = months.size() - 1;
        List<Figure> reported = figures(Measure.REPORTED);
        List<Figure> fixed = figures(Measure.FIXED);
        CategoryTimes times = figures.times("*").orElse(new CategoryTimes("*", UNKNOWN, UNKNOWN));
        List<Map<String, Object>> common = common(last);
        Map<String, Object> values = new HashMap<>();
        values.put("month", words.month(months.get(last)));
        values.put("before", words.month(months.get(last - 1)));
        values.put("gist", words.gist(reported.get(last), fixed.get(last)));
        values.put("figures", TOLD.stream().map(measure -> line(measure, last)).toList());
        values.put("answer", words.answer(times.answer(), figures.night().lastDay()));
        values.put("fixedWithin", words.fixed(times.fixed()));
        values.put("common", common);
        values.put("someCommon", !common.isEmpty());
        values.put("chart", CHART);
        values.put("alt", words.picture(months, reported, fixed));
        values.put("most", words.number(MonthPicture.most(reported, fixed)));
        values.put("initials", months.stream().map(words::initial).toList());
        values.put(
                "months",
                IntStream.range(0, months.size())
                        .mapToObj(i -> Map.of(
                                "name", words.month(months.get(i)),
                                "reported", words.figure(reported.get(i)),
                                "fixed", words.figure(fixed.get(i))))
                        .toList());
        values.put(
                "hidden",
                TOLD.stream().flatMap(measure -> figures(measure).stream()).anyMatch(Figure::hidden));
        return values;
    }

    private Map<String, Object> line(Measure measure, int last) {
        List<Figure> all = figures(measure);
        return Map.of(
                "name", words.measure(measure),
                "now", words.figure(all.get(last)),
                "then", words.figure(all.get(last - 1)));
    }

    /** The most common of those that are shown. */
    private List<Map<String, Object>> common(int last) {
        Comparator<MeasureTable.Row> most =
                Comparator.comparing(row -> row.figures().get(last).number(), Comparator.reverseOrder());
        Stream<MeasureTable.Row> shown = figures.table(Measure.REPORTED).rows().stream()
                .filter(row -> !row.category().equals("*"))
                .filter(row -> !row.figures().get(last).hidden()
                        && row.figures().get(last).number() > 0);
        return shown.sorted(most.thenComparing(MeasureTable.Row::category))
                .limit(COMMON)
                .map(row -> Map.<String, Object>of(
                        "name",
                        categoryName.apply(row.category()),
                        "number",
                        words.figure(row.figures().get(last))))
                .toList();
    }
}
