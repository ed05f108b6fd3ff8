package se.fixamingata.map;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.fixamingata.position.CellRange;
import se.fixamingata.position.MapCell;
import se.fixamingata.report.ReportCondition;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.shared.SqlTime;

/** The reports of a tile, read from the one index that serves every question of the map. */
class TileReports {

    /** Count, open, fixed and the sums of the degrees, as {@link Tally#add} takes them. */
    static final String COUNTED =
            "count(*), sum(" + StatusSql.OPEN + "), sum(" + StatusSql.FIXED + "), sum(lat), sum(lon)";

    private static final String PIN =
            "id, cell, lat, lon, status, category_code, title, " + SqlTime.micros("confirmed_at");
    /** The planner thinks that reading rows singly costs more than it does and would rather read the whole table. */
    private static final String FROM = " from report force index (ix_report_map) where ";

    private final EntityManager em;
    private final MapCell tile;
    private final MapFilter filter;
    private final int shift;

    TileReports(EntityManager em, MapCell tile, MapFilter filter) {
        this.em = em;
        this.tile = tile;
        this.filter = filter;
        this.shift = 2 * (MapCell.FINEST - tile.zoom() - MapTiles.GRID);
    }

    /** A single report with its finest cell. */
    record Pin(long cell, MapFeature.Single single) {}

    /** As many of the tile's reports as that. */
    List<Pin> first(int most) {
        ReportCondition condition = condition(CellRange.of(tile));
        Query query = em.createNativeQuery("select " + PIN + FROM + condition.sql() + " limit " + most);
        condition.bind(query, 1);
        return rows(query).stream().map(row -> pin(row, 0)).toList();
    }

    /** What the grid's cells count. */
    List<Tally> tallies() {
        ReportCondition condition = condition(CellRange.of(tile));
        Query query = em.createNativeQuery(
                "select cell >> ? as grid, " + COUNTED + FROM + condition.sql() + " group by grid order by grid");
        query.setParameter(1, shift);
        condition.bind(query, 2);
        return rows(query).stream()
                .map(row -> new Tally(((Number) row[0]).longValue()).add(row, 1))
                .toList();
    }

    /**
     * The counted cells as features: one report is a pin, more are a cluster that knows when it parts. The first and the last report of
     * every cell tell both, and all of them come in one query of short dives into the index.
     *
     * @param ranges where in a cell of the grid to look; the whole cell where it says nothing
     */
    List<MapFeature> features(List<Tally> tallies, Map<Long, CellRange> ranges) {
        if (tallies.isEmpty()) {
            return List.of();
        }
        Map<Integer, Pin> firsts = new HashMap<>();
        Map<Integer, Pin> lasts = new HashMap<>();
        for (Object[] row : ends(tallies, ranges)) {
            int end = ((Number) row[0]).intValue();
            (end % 2 == 0 ? firsts : lasts).put(end / 2, pin(row, 1));
        }
        List<MapFeature> features = new ArrayList<>();
        for (int i = 0; i < tallies.size(); i++) {
            // A report that was hidden between the two queries: the next version of the tile will count right.
            if (firsts.containsKey(i) && lasts.containsKey(i)) {
                features.add(feature(tallies.get(i), firsts.get(i), lasts.get(i)));
            }
        }
        return features;
    }

    private MapFeature feature(Tally tally, Pin first, Pin last) {
        return tally.count() == 1 ? first.single() : tally.cluster(tile.zoom(), first.cell(), last.cell());
    }

    private List<Object[]> ends(List<Tally> tallies, Map<Long, CellRange> ranges) {
        List<ReportCondition> conditions = tallies.stream()
                .map(tally -> condition(ranges.getOrDefault(tally.cell, whole(tally.cell))))
                .toList();
        String sql = IntStream.range(0, conditions.size())
                .mapToObj(i ->
                        end(2 * i, conditions.get(i), "") + " union all " + end(2 * i + 1, conditions.get(i), "desc"))
                .collect(Collectors.joining(" union all "));
        Query query = em.createNativeQuery(sql);
        int next = 1;
        for (ReportCondition condition : conditions) {
            next = condition.bind(query, condition.bind(query, next));
        }
        return rows(query);
    }

    private CellRange whole(long gridCell) {
        return new CellRange(gridCell << shift, (gridCell + 1 << shift) - 1);
    }

    private static String end(int number, ReportCondition condition, String direction) {
        return "(select " + number + ", " + PIN + FROM + condition.sql() + " order by cell " + direction + " limit 1)";
    }

    private ReportCondition condition(CellRange range) {
        return new ReportCondition()
                .inRanges(List.of(range))
                .status(filter.statuses())
                .category(filter.categories())
                .changedSince(filter.since());
    }

    private static Pin pin(Object[] row, int from) {
        return new Pin(
                ((Number) row[from + 1]).longValue(),
                new MapFeature.Single(
                        ((Number) row[from]).longValue(),
                        ((Number) row[from + 2]).doubleValue(),
                        ((Number) row[from + 3]).doubleValue(),
                        ReportStatus.valueOf((String) row[from + 4]),
                        (String) row[from + 5],
                        (String) row[from + 6],
                        SqlTime.instant(row[from + 7])));
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> rows(Query query) {
        return query.getResultList();
    }
}
