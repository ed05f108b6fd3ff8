package se.fixamingata.map;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.fixamingata.position.CellRange;
import se.fixamingata.position.MapCell;
import se.fixamingata.report.ReportCondition;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.shared.SqlTime;

/**
 * A coarse tile's grid from the kept counts. Whole months come from {@code map_cell}; of the month in which the filter begins, the
 * reports themselves are counted, so that the age is exact to the microsecond.
 */
class CountedCells {

    private static final String SUMS = "sum(reports), sum(if(" + StatusSql.OPEN + ", reports, 0)), sum(if("
            + StatusSql.FIXED + ", reports, 0)), sum(sum_lat) / 1e6, sum(sum_lon) / 1e6";

    private final EntityManager em;
    private final MapCell tile;
    private final MapFilter filter;
    private final int grid;

    CountedCells(EntityManager em, MapCell tile, MapFilter filter) {
        this.em = em;
        this.tile = tile;
        this.filter = filter;
        this.grid = tile.zoom() + MapTiles.GRID;
    }

    /** What the grid's cells count, those without reports left out, in the order of their numbers. */
    List<Tally> tallies() {
        Map<Long, Tally> tallies = new HashMap<>();
        Instant since = filter.since();
        if (since == null) {
            addMonths(tallies, Integer.MIN_VALUE);
        } else {
            Instant nextMonth = startOf(MapCounts.month(since) + 1);
            if (startOf(MapCounts.month(since)).equals(since)) {
                addMonths(tallies, MapCounts.month(since));
            } else {
                addMonths(tallies, MapCounts.month(since) + 1);
                addReports(tallies, since, nextMonth);
            }
        }
        return tallies.values().stream()
                .filter(tally -> tally.count() > 0)
                .sorted((a, b) -> Long.compare(a.cell, b.cell))
                .toList();
    }

    private static Instant startOf(int month) {
        return LocalDate.of(Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1, 1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    private void addMonths(Map<Long, Tally> tallies, int firstMonth) {
        int level = MapCounts.LEVELS.stream().filter(l -> l >= grid).findFirst().orElseThrow();
        add(tallies, cells(SUMS, level, firstMonth));
    }

    /** A query over the kept counts of the tile at that level, from that month on, one row a cell of the grid. */
    private Query cells(String columns, int level, int firstMonth) {
        List<Object> values = new ArrayList<>(List.of(2 * (level - grid), level));
        Collection<String> categories = filter.categories().isEmpty() ? List.of(MapCounts.EVERY) : filter.categories();
        values.addAll(categories);
        values.addAll(List.of(tile.first(level), tile.last(level), firstMonth));
        String statuses = "";
        if (!filter.statuses().isEmpty()) {
            statuses = " and status in (" + marks(filter.statuses().size()) + ")";
            filter.statuses().stream().map(ReportStatus::name).forEach(values::add);
        }
        Query query =
                em.createNativeQuery("select cell >> ?, " + columns + " from map_cell where level = ? and category in ("
                        + marks(categories.size()) + ") and cell between ? and ? and month >= ?" + statuses
                        + " and reports > 0 group by 1");
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        return query;
    }

    /**
     * Where in each cell of the grid the reports that fit can be, by the number of the cell. A filter that fits few reports among many
     * would else have the index read from end to end to find the first and the last of them.
     */
    @SuppressWarnings("unchecked")
    Map<Long, CellRange> ranges() {
        int finest = MapCounts.LEVELS.get(MapCounts.LEVELS.size() - 1);
        int firstMonth = filter.since() == null ? Integer.MIN_VALUE : MapCounts.month(filter.since());
        List<Object[]> rows = cells("min(cell), max(cell)", finest, firstMonth).getResultList();
        Map<Long, CellRange> ranges = new HashMap<>();
        for (Object[] row : rows) {
            long first = MapCell.ofNumber(finest, ((Number) row[1]).longValue()).first(MapCell.FINEST);
            long last = MapCell.ofNumber(finest, ((Number) row[2]).longValue()).last(MapCell.FINEST);
            ranges.put(((Number) row[0]).longValue(), new CellRange(first, last));
        }
        return ranges;
    }

    private void addReports(Map<Long, Tally> tallies, Instant since, Instant before) {
        ReportCondition condition = new ReportCondition()
                .inRanges(List.of(CellRange.of(tile)))
                .status(filter.statuses())
                .category(filter.categories())
                .changedSince(since)
                .and("changed_at < ?", SqlTime.text(before));
        Query query = em.createNativeQuery(
                "select cell >> ?, " + TileReports.COUNTED + " from report where " + condition.sql() + " group by 1");
        query.setParameter(1, 2 * (MapCell.FINEST - grid));
        condition.bind(query, 2);
        add(tallies, query);
    }

    @SuppressWarnings("unchecked")
    private static void add(Map<Long, Tally> tallies, Query query) {
        List<Object[]> rows = query.getResultList();
        rows.forEach(row -> tallies.computeIfAbsent(((Number) row[0]).longValue(), Tally::new)
                .add(row, 1));
    }

    private static String marks(int number) {
        return String.join(", ", Collections.nCopies(number, "?"));
    }
}
