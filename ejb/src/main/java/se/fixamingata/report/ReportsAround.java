package se.fixamingata.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.stream.Collectors;
import se.fixamingata.position.BoundingBox;
import se.fixamingata.position.CellRange;
import se.fixamingata.position.Position;

/**
 * The newest public reports of a circle on the ground, in two ways, neither of which reads much: first along the newest of the country,
 * among which a circle with many reports has enough; only one with few is looked for by its place, and has few to be put in order.
 */
@ApplicationScoped
public class ReportsAround {

    /** Of the country's newest, so many are looked at first. */
    private static final int NEWEST = 5_000;

    /** A parallel is not the shortest way: with this nothing of the circle is outside its box. */
    private static final double ROOM = 1.01;

    private static final String IN_BOX = "lat between ? and ? and lon between ? and ?";

    /** As {@link Position#metresTo}; latitude, cosine of the latitude, longitude, metres. */
    private static final String IN_CIRCLE = "2 * " + Position.EARTH_RADIUS_METRES
            + " * asin(least(1, sqrt(pow(sin(radians(lat - ?) / 2), 2)"
            + " + ? * cos(radians(lat)) * pow(sin(radians(lon - ?) / 2), 2)))) <= ?";

    private static final String ORDER = " order by confirmed_at desc, id desc limit ?";

    private static final String AMONG_NEWEST = "select id from (select r.id, r.lat, r.lon, r.confirmed_at from"
            + " (select id as found from report force index (ix_report_newest) where listed = 1"
            + " order by confirmed_at desc, id desc limit ?) newest straight_join report r on r.id = found) near"
            + " where " + IN_BOX + " and " + IN_CIRCLE + ORDER;

    private static final String BY_PLACE = "select id from report force index (ix_report_map) where listed = 1 and (%s)"
            + " and " + IN_BOX + " and " + IN_CIRCLE + ORDER;

    @Inject
    EntityManager em;

    @Inject
    PublicReports reports;

    private final int first;

    /** For the container. */
    public ReportsAround() {
        this.first = NEWEST;
    }

    /** For tests. */
    ReportsAround(EntityManager em, int first) {
        this.first = first;
        this.em = em;
        this.reports = new PublicReports(em);
    }

    /** The newest first, at most so many. */
    public List<PublicReport> newest(Position centre, int metres, int most) {
        List<Long> found = amongNewest(centre, metres, most);
        return reports.find(found.size() < most ? byPlace(centre, metres, most) : found);
    }

    private List<Long> amongNewest(Position centre, int metres, int most) {
        Query query = em.createNativeQuery(AMONG_NEWEST).setParameter(1, first);
        return numbers(bindCircle(query, 2, centre, metres, most));
    }

    private List<Long> byPlace(Position centre, int metres, int most) {
        List<CellRange> ranges = CellRange.covering(centre.around(metres * ROOM));
        String cells = ranges.stream().map(range -> "cell between ? and ?").collect(Collectors.joining(" or "));
        Query query = em.createNativeQuery(BY_PLACE.formatted(cells));
        int place = 1;
        for (CellRange range : ranges) {
            query.setParameter(place++, range.first()).setParameter(place++, range.last());
        }
        return numbers(bindCircle(query, place, centre, metres, most));
    }

    private static Query bindCircle(Query query, int from, Position centre, int metres, int most) {
        BoundingBox box = centre.around(metres * ROOM);
        Object[] values = {
            box.south(),
            box.north(),
            box.west(),
            box.east(),
            centre.lat(),
            Math.cos(Math.toRadians(centre.lat())),
            centre.lon(),
            metres,
            most
        };
        for (int i = 0; i < values.length; i++) {
            query.setParameter(from + i, values[i]);
        }
        return query;
    }

    private static List<Long> numbers(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> ((Number) row).longValue()).toList();
    }
}
