package se.fixamingata.statistics.reading;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One page of figures.
 *
 * @param tables one for each measure
 * @param times of the twelve months before the cut-off; all categories first
 */
public record AreaFigures(
        FigureNight night, Area area, Months months, Map<Measure, MeasureTable> tables, List<CategoryTimes> times) {

    public MeasureTable table(Measure measure) {
        return tables.get(measure);
    }

    /** The times of a category, {@code *} for all; empty when there is nothing of it. */
    public Optional<CategoryTimes> times(String category) {
        return times.stream().filter(one -> one.category().equals(category)).findFirst();
    }
}
