package se.fixamingata.web.statistics;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import se.fixamingata.statistics.reading.Comparison;
import se.fixamingata.statistics.reading.Measure;
import se.fixamingata.statistics.reading.Statistics;
import se.fixamingata.web.security.CurrentLanguage;
import se.fixamingata.web.statistics.sheet.Cell;
import se.fixamingata.web.statistics.sheet.Cells;
import se.fixamingata.web.statistics.sheet.Column;
import se.fixamingata.web.statistics.sheet.Line;
import se.fixamingata.web.statistics.sheet.Sheet;
import se.fixamingata.web.text.TextBean;

/** Municipalities beside each other: all of them, or those of a county. */
@RequestScoped
public class ComparisonSheets {

    /** The columns, in their order; how many per 1,000 inhabitants follows its number. */
    static final List<String> KEYS = List.of(
            "reported",
            "reported-per-1000",
            "fixed",
            "fixed-per-1000",
            "open",
            "open-per-1000",
            "answer-median",
            "fixed-median");

    /** Sorting by it has the smallest first: days. */
    private static final String SMALLEST_FIRST = "-median";

    @Inject
    Statistics statistics;

    @Inject
    Places places;

    @Inject
    Chosen chosen;

    @Inject
    Cells cells;

    @Inject
    CurrentLanguage language;

    @Inject
    TextBean text;

    /** The county's municipalities by name. */
    Sheet county(String county, Query page) {
        return sheet(county, "", page);
    }

    /**
     * @param county code; empty for the country
     * @param sorted the key of a column; empty for names
     * @param page for the addresses of files and of other orders
     */
    Sheet sheet(String county, String sorted, Query page) {
        Map<String, Place> byCode = new HashMap<>();
        places.municipalities().forEach(place -> byCode.put(place.area().code(), place));
        List<Line> lines = new ArrayList<>(
                rows().filter(row -> county.isEmpty() || row.county().equals(county))
                        .filter(row -> byCode.containsKey(row.municipality()))
                        .map(row -> line(row, byCode.get(row.municipality())))
                        .sorted(order(sorted))
                        .toList());
        boolean sorting = county.isEmpty() || page.chosen().containsKey("lan");
        return new Sheet(
                "kommuner",
                text.of("statistik.sheet.kommuner"),
                text.of("statistik.municipality"),
                KEYS.stream().map(key -> column(key, sorted, sorting, page)).toList(),
                lines,
                page.with("sortera", sorted)
                        .with("format", "csv")
                        .with("tabell", "kommuner")
                        .toString());
    }

    private Stream<Comparison.Row> rows() {
        return statistics.comparison(chosen.category(), chosen.months()).map(Comparison::rows).stream()
                .flatMap(List::stream);
    }

    private Column column(String key, String sorted, boolean sorting, Query page) {
        return new Column(
                key,
                text.of("statistik.compare." + key),
                sorting ? page.with("sortera", key).toString() : "",
                key.equals(sorted));
    }

    private Line line(Comparison.Row row, Place place) {
        List<Cell> figures = new ArrayList<>();
        for (Measure measure : List.of(Measure.REPORTED, Measure.FIXED, Measure.OPEN)) {
            figures.add(cells.count(row.figure(measure)));
            figures.add(cells.perThousand(row.figure(measure), row.population()));
        }
        figures.add(cells.days(row.answer(), row.answer().median()));
        figures.add(cells.days(row.fixed(), row.fixed().median()));
        String name = row.stale() ? text.of("statistik.stale", place.name()) : place.name();
        return new Line(row.municipality(), name, chosen.query(place.path()).toString(), figures);
    }

    /** What is not shown comes last, and gives nothing away by its place: by name. */
    private Comparator<Line> order(String sorted) {
        Comparator<Line> byName = Comparator.comparing(
                Line::label, Collator.getInstance(language.get().locale()));
        int column = KEYS.indexOf(sorted);
        if (column < 0) {
            return byName;
        }
        Comparator<Double> numbers =
                sorted.endsWith(SMALLEST_FIRST) ? Comparator.naturalOrder() : Comparator.reverseOrder();
        return Comparator.comparing((Line line) -> number(line.cells().get(column)), Comparator.nullsLast(numbers))
                .thenComparing(byName);
    }

    private static Double number(Cell cell) {
        return Optional.ofNullable(cell.value())
                .map(value -> ((Number) value).doubleValue())
                .orElse(null);
    }
}
