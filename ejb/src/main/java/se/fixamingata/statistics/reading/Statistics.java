package se.fixamingata.statistics.reading;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.fixamingata.statistics.DisclosureRule;

/** Last night's figures, one or two queries for each page and night: what was read once is remembered until the next night. */
@ApplicationScoped
public class Statistics {

    private static final int PAGES = 1_000;

    private static final String COLUMNS =
            Arrays.stream(Measure.values()).map(Measure::column).collect(Collectors.joining(", "));

    private static final String MONTHS = "select category_code, month, " + COLUMNS
            + " from stat_month where generation = ?1 and area = ?2 and category_code <> '*' and month between ?3 and ?4";

    private static final String TIMES = "select category_code, measure, reports, median_days, p90_days from stat_time"
            + " where generation = ?1 and area = ?2 and period = 0";

    private static final String MUNICIPALITIES =
            "select m.code, m.county_code, m.population, coalesce(a.stale, 0), s.* from municipality m"
                    + " left join stat_area a on a.generation = ?1 and a.area = m.code"
                    + " left join (select area, " + sums("month = ?4") + " from stat_month where generation = ?1"
                    + " and category_code = ?2 and month between ?3 and ?4 group by area) s on s.area = m.code order by m.code";

    private static final String MUNICIPALITY_TIMES =
            "select area, measure, reports, median_days, p90_days from stat_time"
                    + " where generation = ?1 and category_code = ?2 and period = 0 and measure in ('ANSWER', 'FIXED')";

    private static final String DAYS =
            "select day >= ?5 as after, sum(reported), sum(answered), sum(fixed), sum(closed), sum(reopened)"
                    + " from stat_flow where generation = ?1 and area in (%s) and (category_code = ?3 or ?3 = '*')"
                    + " and day >= ?4 and day < ?6 group by after";

    private final Cache<List<Object>, Object> remembered =
            Caffeine.newBuilder().maximumSize(PAGES).build();

    @Inject
    PublishedNights nights;

    /** For the container. */
    public Statistics() {}

    /** For tests. */
    Statistics(PublishedNights nights) {
        this.nights = nights;
    }

    /** Up to when the figures are; empty when none have been counted yet. */
    public Optional<FigureNight> night() {
        return nights.published();
    }

    /** A page of the country, a county or a municipality; empty when nothing has been counted yet. */
    public Optional<AreaFigures> figures(Area area, Months months) {
        return remember(List.of("area", area, months), night -> read(night, area, months));
    }

    private AreaFigures read(FigureNight night, Area area, Months months) {
        MeasureTables tables = new MeasureTables(months);
        for (Object[] row : nights.rows(
                MONTHS, night.generation(), area.code(), Months.number(months.first()), Months.number(months.last()))) {
            tables.take((String) row[0], (int) number(row[1]), numbers(row, 2));
        }
        TimeTables times = new TimeTables();
        nights.rows(TIMES, night.generation(), area.code()).forEach(row -> times.take((String) row[0], row, 1));
        return new AreaFigures(night, area, months, tables.tables(), times.times());
    }

    /**
     * All municipalities beside each other.
     *
     * @param category a code; {@code *} for all
     */
    public Optional<Comparison> comparison(String category, Months months) {
        return remember(List.of("comparison", category, months), night -> compare(night, category, months));
    }

    private Comparison compare(FigureNight night, String category, Months months) {
        List<Object[]> rows = nights.rows(
                MUNICIPALITIES,
                night.generation(),
                category,
                Months.number(months.first()),
                Months.number(months.last()));
        Map<String, Map<String, TimeFigure>> times =
                times(nights.rows(MUNICIPALITY_TIMES, night.generation(), category));
        List<Map<Measure, Figure>> figures = new ArrayList<>();
        rows.forEach(row -> figures.add(new EnumMap<>(Measure.class)));
        Map<Measure, Figure> country = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            // After code, county, population, stale and the area's code.
            long[] column = rows.stream()
                    .mapToLong(row -> number(row[5 + measure.ordinal()]))
                    .toArray();
            boolean[] hidden = DisclosureRule.hidden(column);
            for (int i = 0; i < column.length; i++) {
                figures.get(i).put(measure, Figure.of(column[i], hidden[i]));
            }
            country.put(measure, Figure.of(Arrays.stream(column).sum(), hidden[column.length]));
        }
        List<Comparison.Row> compared = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            compared.add(row(rows.get(i), figures.get(i), times));
        }
        return new Comparison(night, category, months, compared, country);
    }

    private static Comparison.Row row(
            Object[] row, Map<Measure, Figure> figures, Map<String, Map<String, TimeFigure>> times) {
        Map<String, TimeFigure> own = times.getOrDefault((String) row[0], Map.of());
        Integer population = row[2] == null ? null : (int) number(row[2]);
        return new Comparison.Row(
                (String) row[0], (String) row[1], population, number(row[3]) == 1, figures, answer(own), fixed(own));
    }

    /**
     * What happened in as many days before a chosen one as from it on. The days after end with the figures.
     *
     * @param category a code; {@code *} for all
     */
    public Optional<AroundADay> aroundADay(Area area, String category, LocalDate day, int days) {
        return remember(
                List.of("around", area, category, day, days), night -> around(night, area, category, day, days));
    }

    private AroundADay around(FigureNight night, Area area, String category, LocalDate day, int days) {
        String areas = area.code().length() == 2 && !area.equals(Area.COUNTRY)
                ? "select code from municipality where county_code = ?2"
                : "?2";
        Map<Boolean, Map<Measure, Figure>> sides = new TreeMap<>();
        sides.put(false, happened(new Object[] {0, 0, 0, 0, 0, 0}));
        sides.put(true, happened(new Object[] {0, 0, 0, 0, 0, 0}));
        for (Object[] row : nights.rows(
                DAYS.formatted(areas),
                night.generation(),
                area.code(),
                category,
                day.minusDays(days).toString(),
                day.toString(),
                day.plusDays(days).toString())) {
            sides.put(number(row[0]) == 1, happened(row));
        }
        return new AroundADay(night, area, category, day, days, sides.get(false), sides.get(true));
    }

    private static Map<Measure, Figure> happened(Object[] row) {
        Map<Measure, Figure> figures = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            if (!measure.isStock()) {
                figures.put(measure, Figure.alone(number(row[1 + measure.ordinal()])));
            }
        }
        return figures;
    }

    private <T> Optional<T> remember(List<Object> what, Function<FigureNight, T> read) {
        return nights.published().map(night -> recalled(night, what, read));
    }

    @SuppressWarnings("unchecked")
    private <T> T recalled(FigureNight night, List<Object> what, Function<FigureNight, T> read) {
        return (T) remembered.get(List.of(night.generation(), what), any -> read.apply(night));
    }

    /** By the first column, then by measure. */
    private static Map<String, Map<String, TimeFigure>> times(List<Object[]> rows) {
        Map<String, Map<String, TimeFigure>> times = new TreeMap<>();
        for (Object[] row : rows) {
            times.computeIfAbsent((String) row[0], any -> new TreeMap<>())
                    .put((String) row[1], TimeTables.alone(row[2], row[3], row[4]));
        }
        return times;
    }

    private static TimeFigure answer(Map<String, TimeFigure> times) {
        return times.getOrDefault("ANSWER", TimeFigure.HIDDEN);
    }

    private static TimeFigure fixed(Map<String, TimeFigure> times) {
        return times.getOrDefault("FIXED", TimeFigure.HIDDEN);
    }

    private static String sums(String lastMonth) {
        return Arrays.stream(Measure.values())
                .map(measure -> measure.isStock()
                        ? "sum(if(" + lastMonth + ", " + measure.column() + ", 0))"
                        : "sum(" + measure.column() + ")")
                .collect(Collectors.joining(", "));
    }

    private static long[] numbers(Object[] row, int from) {
        return Arrays.stream(row, from, row.length)
                .mapToLong(Statistics::number)
                .toArray();
    }

    private static long number(Object value) {
        return value instanceof Boolean yes ? (yes ? 1 : 0) : value == null ? 0 : ((Number) value).longValue();
    }
}
