package se.fixamingata.statistics.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.fixamingata.statistics.DisclosureRule;

/** Makes the tables of an area from its rows, and hides in them what is not to be shown. */
final class MeasureTables {

    private final Months months;
    private final int first;
    private final int width;
    private final Map<String, long[][]> byCategory = new TreeMap<>();

    MeasureTables(Months months) {
        this.months = months;
        this.first = Months.number(months.first());
        this.width = months.list().size();
    }

    /** One category in one month; the values in the order of {@link Measure}. */
    void take(String category, int month, long[] values) {
        long[][] rows = byCategory.computeIfAbsent(category, any -> new long[Measure.values().length][width]);
        for (Measure measure : Measure.values()) {
            rows[measure.ordinal()][month - first] = values[measure.ordinal()];
        }
    }

    Map<Measure, MeasureTable> tables() {
        Map<Measure, MeasureTable> tables = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            tables.put(measure, measure.isStock() ? stock(measure) : flow(measure));
        }
        return tables;
    }

    private MeasureTable flow(Measure measure) {
        long[][] cells = cells(measure);
        boolean[][] hidden = DisclosureRule.hidden(cells);
        List<MeasureTable.Row> rows = new ArrayList<>();
        int row = 0;
        long[] sums = new long[width];
        for (String category : byCategory.keySet()) {
            rows.add(row(category, cells[row], hidden[row]));
            for (int month = 0; month < width; month++) {
                sums[month] += cells[row][month];
            }
            row++;
        }
        // Without a single row there is none for the sums that is as wide as the months.
        boolean[] hiddenSums = rows.isEmpty() ? new boolean[width + 1] : hidden[row];
        return new MeasureTable(measure, months.list(), rows, row("*", sums, hiddenSums));
    }

    private static MeasureTable.Row row(String category, long[] numbers, boolean[] hidden) {
        List<Figure> figures = new ArrayList<>();
        long sum = 0;
        for (int month = 0; month < numbers.length; month++) {
            figures.add(Figure.of(numbers[month], hidden[month]));
            sum += numbers[month];
        }
        return new MeasureTable.Row(category, figures, Figure.of(sum, hidden[numbers.length]));
    }

    /** What is there at a month's end is added up over the categories, and not over the months. */
    private MeasureTable stock(Measure measure) {
        long[][] cells = cells(measure);
        List<List<Figure>> figures = new ArrayList<>();
        for (int row = 0; row <= cells.length; row++) {
            figures.add(new ArrayList<>());
        }
        for (int month = 0; month < width; month++) {
            long[] column = new long[cells.length];
            long sum = 0;
            for (int row = 0; row < cells.length; row++) {
                column[row] = cells[row][month];
                sum += column[row];
            }
            boolean[] hidden = DisclosureRule.hidden(column);
            for (int row = 0; row < cells.length; row++) {
                figures.get(row).add(Figure.of(column[row], hidden[row]));
            }
            figures.get(cells.length).add(Figure.of(sum, hidden[cells.length]));
        }
        List<MeasureTable.Row> rows = new ArrayList<>();
        int row = 0;
        for (String category : byCategory.keySet()) {
            rows.add(atTheEnd(category, figures.get(row++)));
        }
        return new MeasureTable(measure, months.list(), rows, atTheEnd("*", figures.get(cells.length)));
    }

    private static MeasureTable.Row atTheEnd(String category, List<Figure> figures) {
        return new MeasureTable.Row(category, figures, figures.get(figures.size() - 1));
    }

    private long[][] cells(Measure measure) {
        return byCategory.values().stream().map(rows -> rows[measure.ordinal()]).toArray(long[][]::new);
    }
}
