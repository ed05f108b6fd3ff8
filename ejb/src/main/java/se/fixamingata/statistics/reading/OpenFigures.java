package se.fixamingata.statistics.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All of a night's figures, for whoever takes them along: the same tables as on the pages, and nothing that those hide. Read in portions
 * and remembered nowhere; while somebody reads a night, its rows stay at least until the next one but one is published.
 */
@ApplicationScoped
public class OpenFigures {

    /** Municipalities that are read at once. */
    private static final int PORTION = 20;

    private static final String AREAS =
            "select area, 0 from stat_area where generation = ?1 and char_length(area) = 4 order by area";

    private static final String MONTHS = "select area, category_code, month, "
            + Arrays.stream(Measure.values()).map(Measure::column).collect(Collectors.joining(", "))
            + " from stat_month where generation = ?1 and area between ?2 and ?3 and char_length(area) = 4"
            + " and category_code <> '*' and month between ?4 and ?5 order by area";

    private static final String TIMES =
            "select area, category_code, measure, reports, median_days, p90_days from stat_time"
                    + " where generation = ?1 and period = 0 order by area, category_code";

    @Inject
    PublishedNights nights;

    /** For the container. */
    public OpenFigures() {}

    /** For tests. */
    OpenFigures(PublishedNights nights) {
        this.nights = nights;
    }

    /** Takes what is read. */
    @FunctionalInterface
    public interface Taker<T, E extends Exception> {
        void take(T one) throws E;
    }

    /**
     * The tables of every municipality, by their codes.
     *
     * @throws E as the taker does
     */
    public <E extends Exception> void eachMunicipality(
            FigureNight night, Months months, Taker<MunicipalityTables, E> taker) throws E {
        List<String> areas = nights.rows(AREAS, night.generation()).stream()
                .map(row -> (String) row[0])
                .toList();
        for (int from = 0; from < areas.size(); from += PORTION) {
            List<String> some = areas.subList(from, Math.min(from + PORTION, areas.size()));
            for (MunicipalityTables one : portion(night, months, some)) {
                taker.take(one);
            }
        }
    }

    private List<MunicipalityTables> portion(FigureNight night, Months months, List<String> areas) {
        Map<String, MeasureTables> tables = new TreeMap<>();
        for (Object[] row : nights.rows(
                MONTHS,
                night.generation(),
                areas.get(0),
                areas.get(areas.size() - 1),
                Months.number(months.first()),
                Months.number(months.last()))) {
            long[] values = new long[Measure.values().length];
            for (int i = 0; i < values.length; i++) {
                values[i] = ((Number) row[3 + i]).longValue();
            }
            tables.computeIfAbsent((String) row[0], any -> new MeasureTables(months))
                    .take((String) row[1], ((Number) row[2]).intValue(), values);
        }
        return tables.entrySet().stream()
                .map(one -> new MunicipalityTables(one.getKey(), one.getValue().tables()))
                .toList();
    }

    /** Of the country, the counties and the municipalities, by their codes; of the twelve months before the cut-off. */
    public List<AreaTimes> times(FigureNight night) {
        Map<String, TimeTables> tables = new LinkedHashMap<>();
        for (Object[] row : nights.rows(TIMES, night.generation())) {
            tables.computeIfAbsent((String) row[0], any -> new TimeTables()).take((String) row[1], row, 2);
        }
        List<AreaTimes> times = new ArrayList<>();
        tables.forEach((area, table) -> times.add(new AreaTimes(new Area(area), table.times())));
        return times;
    }
}
