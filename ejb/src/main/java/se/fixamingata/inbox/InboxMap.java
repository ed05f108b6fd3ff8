package se.fixamingata.inbox;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.fixamingata.account.Caller;
import se.fixamingata.map.MapFeature;
import se.fixamingata.position.BoundingBox;
import se.fixamingata.position.MapCell;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.StatusGroup;
import se.fixamingata.shared.SqlTime;

/** The map beside an inbox: the same reports, singly where they are few, else counted in the cells of the position index. */
@Stateless
public class InboxMap {

    /** So many are shown singly. */
    static final int MOST_PINS = 500;

    /** So many in one cell can still be told apart; at the zoom of a quarter, any number can. */
    static final int MOST_TOGETHER = 4;

    private static final int FIRST_LOOSE = 15;

    /** A counted cell is then about 64 pixels wide on the screen. */
    private static final int GRID = 2;

    private static final int FINEST = 18;
    /** More cells than a large screen has room for; asked for only by somebody who plays with the address. */
    private static final int MOST_CELLS = 1_000;

    private static final String FIXED = "status in ("
            + InboxCriteria.inGroup(StatusGroup.FIXED).stream()
                    .map(status -> "'" + status.name() + "'")
                    .collect(Collectors.joining(", "))
            + ")";

    private static final String CELLS = "select cell >> ? as grid, count(*), sum(" + InboxCondition.OPEN + "), sum("
            + FIXED + "), avg(lat), avg(lon), min(cell), max(cell), min(lat), min(lon), max(lat), max(lon)"
            + " from report r";
    private static final String PINS = "select id, lat, lon, status, category_code, title, "
            + SqlTime.micros("confirmed_at") + " from report where id in (";

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    /** For the container. */
    public InboxMap() {}

    /** For tests. */
    public InboxMap(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    /**
     * What the map shows.
     *
     * @param seen what of the ground is in sight; null for all of it
     * @param zoom of the map, 0 to 18
     */
    public InboxPins pins(Caller caller, InboxCriteria criteria, BoundingBox seen, int zoom) {
        InboxCondition condition = InboxCondition.of(caller, criteria, clock.instant());
        String index = condition.index(criteria);
        if (seen != null) {
            condition
                    .and("lat between ? and ?", seen.south(), seen.north())
                    .and("lon between ? and ?", seen.west(), seen.east());
        }
        int level = Math.min(FINEST, Math.max(0, zoom));
        List<Cell> cells = cells(condition, index, level);
        long total = cells.stream().mapToLong(Cell::count).sum();
        int crowd = level >= FIRST_LOOSE && total <= MOST_PINS ? MOST_PINS : MOST_TOGETHER;
        List<Cell> rings = cells.stream().filter(cell -> cell.count > crowd).toList();
        List<Cell> loose = cells.stream().filter(cell -> cell.count <= crowd).toList();
        List<MapFeature> features =
                new ArrayList<>(rings.stream().map(cell -> cell.cluster(level)).toList());
        if (!loose.isEmpty()) {
            features.addAll(pins(numbers(condition, index, level, rings.isEmpty() ? List.of() : loose)));
        }
        return new InboxPins(total, around(cells), features);
    }

    private static BoundingBox around(List<Cell> cells) {
        return cells.stream().map(Cell::box).reduce(InboxMap::both).orElse(null);
    }

    private static BoundingBox both(BoundingBox a, BoundingBox b) {
        return new BoundingBox(
                Math.min(a.south(), b.south()),
                Math.min(a.west(), b.west()),
                Math.max(a.north(), b.north()),
                Math.max(a.east(), b.east()));
    }

    private List<Cell> cells(InboxCondition condition, String index, int zoom) {
        Query query = em.createNativeQuery(
                CELLS + index + " where " + condition.sql() + " group by grid order by 2 desc limit " + MOST_CELLS);
        query.setParameter(1, shift(zoom));
        condition.bind(query, 2);
        return rows(query).map(Cell::new).toList();
    }

    /** The numbers of those in the cells; in any when there are none to choose from. */
    private List<Long> numbers(InboxCondition condition, String index, int zoom, List<Cell> in) {
        if (!in.isEmpty()) {
            condition.and(
                    "cell >> " + shift(zoom) + " in (" + String.join(", ", Collections.nCopies(in.size(), "?")) + ")",
                    in.stream().map(cell -> cell.row[0]).toArray());
        }
        Query query = em.createNativeQuery(
                "select r.id from report r" + index + " where " + condition.sql() + " limit " + MOST_PINS);
        condition.bind(query, 1);
        List<?> found = query.getResultList();
        return found.stream().map(id -> ((Number) id).longValue()).toList();
    }

    private static int shift(int zoom) {
        return 2 * (MapCell.FINEST - zoom - GRID);
    }

    private List<MapFeature> pins(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Query query =
                em.createNativeQuery(PINS + String.join(", ", Collections.nCopies(ids.size(), "?")) + ") order by id");
        for (int i = 0; i < ids.size(); i++) {
            query.setParameter(i + 1, ids.get(i));
        }
        return rows(query).map(InboxMap::pin).toList();
    }

    private static MapFeature pin(Object[] row) {
        return new MapFeature.Single(
                ((Number) row[0]).longValue(),
                ((Number) row[1]).doubleValue(),
                ((Number) row[2]).doubleValue(),
                ReportStatus.valueOf((String) row[3]),
                (String) row[4],
                (String) row[5],
                SqlTime.instant(row[6]));
    }

    @SuppressWarnings("unchecked")
    private static Stream<Object[]> rows(Query query) {
        List<Object[]> rows = query.getResultList();
        return rows.stream();
    }

    /** A row of {@link #CELLS}. */
    private static final class Cell {

        private final Number[] row;
        private final int count;

        Cell(Object[] row) {
            this.row = Stream.of(row).map(Number.class::cast).toArray(Number[]::new);
            this.count = this.row[1].intValue();
        }

        int count() {
            return count;
        }

        BoundingBox box() {
            return new BoundingBox(
                    row[8].doubleValue(), row[9].doubleValue(), row[10].doubleValue(), row[11].doubleValue());
        }

        /** Parts at the zoom whose grid separates its first from its last member; never when they are on one spot. */
        MapFeature cluster(int zoom) {
            long apart = row[6].longValue() ^ row[7].longValue();
            int common = MapCell.FINEST - (Long.SIZE - Long.numberOfLeadingZeros(apart) + 1) / 2;
            int parting = Math.max(zoom, common - GRID) + 1;
            return new MapFeature.Cluster(
                    row[4].doubleValue(),
                    row[5].doubleValue(),
                    count,
                    row[2].intValue(),
                    row[3].intValue(),
                    apart != 0 && parting <= FINEST ? (Integer) parting : null);
        }
    }
}
