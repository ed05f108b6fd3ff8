package se.fixamingata.handling.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import se.fixamingata.account.Permissions;
import se.fixamingata.account.Right;
import se.fixamingata.handling.Handler;
import se.fixamingata.position.CellRange;
import se.fixamingata.position.Position;
import se.fixamingata.report.NearbyReport;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.ReportSummary;
import se.fixamingata.shared.SqlTime;

/** What else the authority has close by, and from the same person. Only what whoever asks may see; one query each. */
@ApplicationScoped
class Surroundings {

    static final int RADIUS_METRES = 250;
    static final int MOST_NEAR = 10;
    static final int MOST_OF_REPORTER = 20;

    /** Bound for a place that somebody has flooded; the nearest of the newest thousand are near enough. */
    private static final int MOST_CANDIDATES = 1_000;

    private static final String NEAR = "select id, title, status, category_code, lat, lon, "
            + SqlTime.micros("confirmed_at") + ", thumbnail from report"
            + " where listed in (0, 1) and (%s) and authority_code = ? and status <> 'UNCONFIRMED' and id <> ?%s"
            + " order by confirmed_at desc limit " + MOST_CANDIDATES;

    private static final String SAME = "select id, title, category_code, status, municipality_code, address, lat, lon, "
            + SqlTime.micros("confirmed_at") + ", " + SqlTime.micros("changed_at") + ", thumbnail from report"
            + " where reporter_email = ? and authority_code = ? and status <> 'UNCONFIRMED' and id <> ?%s"
            + " order by submitted_at desc limit " + MOST_OF_REPORTER;

    @Inject
    EntityManager em;

    /** For the container. */
    Surroundings() {}

    /** For tests. */
    Surroundings(EntityManager em) {
        this.em = em;
    }

    /** Nearest first. */
    List<NearbyReport> near(Report report, Handler by) {
        Position place = report.position();
        List<CellRange> ranges = CellRange.covering(place.around(RADIUS_METRES));
        String cells = ranges.stream().map(range -> "cell between ? and ?").collect(Collectors.joining(" or "));
        List<Object> values = new ArrayList<>();
        ranges.forEach(range -> {
            values.add(range.first());
            values.add(range.last());
        });
        values.add(report.authorityCode());
        values.add(report.id());
        return rows(NEAR.formatted(cells, only(by, report, values)), values).stream()
                .map(row -> near(row, place))
                .filter(near -> near.metres() <= RADIUS_METRES)
                .sorted(Comparator.comparingInt(NearbyReport::metres).thenComparingLong(NearbyReport::id))
                .limit(MOST_NEAR)
                .toList();
    }

    private static NearbyReport near(Object[] row, Position from) {
        Position place = Position.of(((Number) row[4]).doubleValue(), ((Number) row[5]).doubleValue());
        return new NearbyReport(
                ((Number) row[0]).longValue(),
                (String) row[1],
                ReportStatus.valueOf((String) row[2]),
                (String) row[3],
                (int) Math.round(from.metresTo(place)),
                SqlTime.instant(row[6]),
                (String) row[7]);
    }

    /** Newest first. */
    List<ReportSummary> sameReporter(Report report, Handler by) {
        if (report.reporter().isForgotten() || !by.may(Right.SEE_REPORTER, report)) {
            return List.of();
        }
        List<Object> values = new ArrayList<>();
        values.add(report.reporter().email());
        values.add(report.authorityCode());
        values.add(report.id());
        return rows(SAME.formatted(only(by, report, values)), values).stream()
                .map(Surroundings::summary)
                .toList();
    }

    private static ReportSummary summary(Object[] row) {
        return new ReportSummary(
                ((Number) row[0]).longValue(),
                (String) row[1],
                (String) row[2],
                ReportStatus.valueOf((String) row[3]),
                (String) row[4],
                (String) row[5],
                ((Number) row[6]).doubleValue(),
                ((Number) row[7]).doubleValue(),
                SqlTime.instant(row[8]),
                SqlTime.instant(row[9]),
                (String) row[10]);
    }

    /** The condition for a place that is limited to categories; adds its values. A link is for one report and shows no others. */
    private static String only(Handler by, Report report, List<Object> values) {
        if (by.caller().isEmpty()) {
            return " and 1 = 0";
        }
        Set<String> categories = Permissions.categories(by.caller().get(), report.authorityCode());
        values.addAll(categories);
        return categories.isEmpty()
                ? ""
                : categories.stream()
                        .map(code -> "?")
                        .collect(Collectors.joining(", ", " and category_code in (", ")"));
    }

    private List<Object[]> rows(String sql, List<Object> values) {
        Query query = em.createNativeQuery(sql);
        int position = 1;
        for (Object value : values) {
            query.setParameter(position++, value);
        }
        @SuppressWarnings("unchecked")
        List<Object[]> rows = query.getResultList();
        return rows;
    }
}
