package se.fixamingata.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import se.fixamingata.position.Position;
import se.fixamingata.shared.SqlTime;

/** Perhaps somebody was faster: open reports of the same kind close by (P4). */
@ApplicationScoped
public class NearbyReports {

    static final int RADIUS_METRES = 250;
    static final Duration AGE = Duration.ofDays(90);
    static final int MOST = 5;
    /** Bound for a place that somebody has flooded; the nearest of a thousand are near enough. */
    private static final int MOST_CANDIDATES = 1_000;

    private static final List<ReportStatus> OPEN = Arrays.stream(ReportStatus.values())
            .filter(s -> s.group() == StatusGroup.OPEN && s != ReportStatus.UNCONFIRMED)
            .toList();

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    protected NearbyReports() {}

    /** For tests. */
    public NearbyReports(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    /**
     * Open reports of the category's group within 250 m that became public in the last 90 days, nearest first, at most five.
     *
     * @param categoryCode an unknown one finds nothing
     */
    @SuppressWarnings("unchecked")
    public List<NearbyReport> find(Position place, String categoryCode) {
        ReportCondition condition = new ReportCondition()
                .in(place.around(RADIUS_METRES))
                .status(OPEN)
                .and("confirmed_at >= ?", SqlTime.text(clock.instant().minus(AGE)))
                .and(
                        "category_code in (select alike.code from category asked join category alike"
                                + " on alike.category_group = asked.category_group where asked.code = ?)",
                        categoryCode);
        Query query = em.createNativeQuery("select id, title, status, category_code, lat, lon, "
                + SqlTime.micros("confirmed_at") + ", thumbnail from report where " + condition.sql()
                + " limit " + MOST_CANDIDATES);
        condition.bind(query, 1);
        List<Object[]> rows = query.getResultList();
        return rows.stream()
                .map(row -> new Found(row, metres(place, row)))
                .filter(found -> found.metres <= RADIUS_METRES)
                .sorted(Comparator.comparingDouble(Found::metres))
                .limit(MOST)
                .map(Found::report)
                .toList();
    }

    private static double metres(Position from, Object[] row) {
        return from.metresTo(Position.of(((Number) row[4]).doubleValue(), ((Number) row[5]).doubleValue()));
    }

    private record Found(Object[] row, double metres) {

        NearbyReport report() {
            return new NearbyReport(
                    ((Number) row[0]).longValue(),
                    (String) row[1],
                    ReportStatus.valueOf((String) row[2]),
                    (String) row[3],
                    (int) Math.round(metres),
                    SqlTime.instant(row[6]),
                    (String) row[7]);
        }
    }
}
