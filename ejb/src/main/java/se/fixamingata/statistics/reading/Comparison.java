package se.fixamingata.statistics.reading;

import java.util.List;
import java.util.Map;

/**
 * All municipalities beside each other.
 *
 * @param category a code; {@code *} for all
 * @param rows by the municipalities' codes
 * @param country the sums of the rows
 */
public record Comparison(
        FigureNight night, String category, Months months, List<Row> rows, Map<Measure, Figure> country) {

    /**
     * One municipality.
     *
     * @param population null when nobody knows
     * @param stale whether it could not be counted last night, and has the figures of an earlier one
     * @param figures sums of the months; of what is there at a month's end, the last month's
     */
    public record Row(
            String municipality,
            String county,
            Integer population,
            boolean stale,
            Map<Measure, Figure> figures,
            TimeFigure answer,
            TimeFigure fixed) {

        public Figure figure(Measure measure) {
            return figures.get(measure);
        }

        /** Null when not shown. */
        public Double perThousand(Measure measure) {
            return figures.get(measure).perThousand(population);
        }
    }
}
