package se.fixamingata.report;

import jakarta.persistence.Query;
import java.util.List;
import java.util.function.ToLongBiFunction;
import se.fixamingata.position.BoundingBox;
import se.fixamingata.position.Position;

/**
 * An order of a list as SQL, and the index that gives it cheapest.
 *
 * @param sql what stands after {@code order by}
 * @param values of its parameters
 * @param inOrder the index that many reports are read along, or null when none has this order
 * @param from the position that distances are measured from, or null
 */
record SearchOrder(String sql, List<Object> values, String inOrder, Position from) {

    static final SearchOrder NEWEST =
            new SearchOrder("confirmed_at desc, id desc", List.of(), "ix_report_newest", null);
    /** Follows the index to the end, so that nothing needs sorting: two changes in the same microsecond at the same metre are rare. */
    private static final SearchOrder CHANGED =
            new SearchOrder("changed_at desc, cell desc", List.of(), "ix_report_changed", null);

    /** Squared degrees of latitude: sorts like metres, within the few per cent that a sphere is off. */
    private static final String DISTANCE = "pow(lat - ?, 2) + pow(lon - ?, 2) * ?";

    private static final double SMALL_DEGREES = 1;
    private static final double FIRST_RADIUS_METRES = 200;
    private static final double LAST_RADIUS_METRES = 3_000_000;
    private static final double DEGREE_METRES = 111_195;

    static SearchOrder of(ReportCriteria criteria) {
        return switch (criteria.sort()) {
            case NEWEST -> NEWEST;
            case CHANGED -> CHANGED;
            case NEAREST -> nearest(criteria.near() != null ? criteria.near() : middle(criteria.box()));
        };
    }

    private static SearchOrder nearest(Position from) {
        double shrunk = Math.pow(Math.cos(Math.toRadians(from.lat())), 2);
        return new SearchOrder(DISTANCE + ", id", List.of(from.lat(), from.lon(), shrunk), null, from);
    }

    private static Position middle(BoundingBox box) {
        return Position.of((box.south() + box.north()) / 2, (box.west() + box.east()) / 2);
    }

    /** The index to take, as it stands after the table's name; empty where the planner chooses well. */
    String index(ReportCriteria criteria, boolean many) {
        if (criteria.municipalityCode() != null) {
            return "";
        }
        if (many && inOrder != null) {
            return "force index (" + inOrder + ")";
        }
        return isSmall(criteria.box()) ? "force index (ix_report_map)" : "";
    }

    /** In a town all reports are looked through at once; of a country, another index may know better which few fit. */
    private static boolean isSmall(BoundingBox box) {
        return box != null && box.north() - box.south() <= SMALL_DEGREES;
    }

    /**
     * The criteria as a condition for a page out of many. Sorting thousands by distance to show twenty is a waste: the circle is widened
     * until it holds the page.
     */
    ReportCondition narrowed(ReportCriteria criteria, ToLongBiFunction<ReportCondition, ReportCriteria> count) {
        if (from == null) {
            return condition(criteria);
        }
        long wanted = (criteria.page() + 1L) * criteria.size();
        double metres = FIRST_RADIUS_METRES;
        ReportCondition circle = circle(criteria, metres);
        while (metres < LAST_RADIUS_METRES && count.applyAsLong(circle, criteria) < wanted) {
            metres *= 4;
            circle = circle(criteria, metres);
        }
        return metres < LAST_RADIUS_METRES ? circle : condition(criteria);
    }

    private ReportCondition circle(ReportCriteria criteria, double metres) {
        BoundingBox around = from.around(metres);
        return condition(criteria)
                .in(around)
                .and(
                        DISTANCE + " <= ?",
                        values.get(0),
                        values.get(1),
                        values.get(2),
                        Math.pow(metres / DEGREE_METRES, 2));
    }

    private static ReportCondition condition(ReportCriteria criteria) {
        return ReportSearch.fitting(criteria);
    }

    int bind(Query query, int from) {
        int position = from;
        for (Object value : values) {
            query.setParameter(position++, value);
        }
        return position;
    }
}
