package se.fixamingata.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Set;
import se.fixamingata.position.BoundingBox;
import se.fixamingata.position.Position;
import se.fixamingata.shared.SqlTime;

/** Lists of public reports. */
@ApplicationScoped
public class ReportSearch {

    /** Up to here a total is counted exactly. */
    static final int EXACT_UP_TO = 10_000;

    private static final String COLUMNS = "id, title, category_code, status, municipality_code, address, lat, lon, "
            + SqlTime.micros("confirmed_at") + ", " + SqlTime.micros("changed_at") + ", thumbnail";

    @Inject
    EntityManager em;

    protected ReportSearch() {}

    /** For tests. */
    public ReportSearch(EntityManager em) {
        this.em = em;
    }

    /** The page of reports that fit. A text of the form {@code #1234} finds that report wherever it is, whatever the other criteria say. */
    public ReportList search(ReportCriteria criteria) {
        ReportCondition condition = condition(criteria);
        long counted = count(condition);
        List<ReportSummary> reports = page(criteria, condition);
        boolean exact = counted <= EXACT_UP_TO;
        return new ReportList(reports, exact ? counted : EXACT_UP_TO, exact, criteria.page(), criteria.size());
    }

    /** The reports that were fixed last, for the strip on the start page. */
    public List<ReportSummary> newestFixed(int most, String municipalityCodeOrNull) {
        ReportCondition condition = new ReportCondition().status(Set.of(ReportStatus.FIXED));
        if (municipalityCodeOrNull != null) {
            condition.and("municipality_code = ?", municipalityCodeOrNull);
        }
        Query query = em.createNativeQuery("select " + COLUMNS + " from report where " + condition.sql()
                + " order by changed_at desc, id desc limit " + most);
        condition.bind(query, 1);
        return summaries(query);
    }

    private static ReportCondition condition(ReportCriteria criteria) {
        SearchText text = SearchText.of(criteria.text());
        if (text.number().isPresent()) {
            return new ReportCondition().and("id = ?", text.number().getAsLong());
        }
        ReportCondition condition = new ReportCondition()
                .in(criteria.box())
                .status(criteria.statuses())
                .category(criteria.categories())
                .changedSince(criteria.changedSince());
        if (criteria.municipalityCode() != null) {
            condition.and("municipality_code = ?", criteria.municipalityCode());
        }
        text.patterns().forEach(word -> condition.and(SearchText.CONDITION, word, word, word));
        return condition;
    }

    private long count(ReportCondition condition) {
        Query query = em.createNativeQuery("select count(*) from (select 1 from report where " + condition.sql()
                + " limit " + (EXACT_UP_TO + 1) + ") as counted");
        condition.bind(query, 1);
        return ((Number) query.getSingleResult()).longValue();
    }

    private List<ReportSummary> page(ReportCriteria criteria, ReportCondition condition) {
        Query query = em.createNativeQuery("select " + COLUMNS + " from report where " + condition.sql() + " order by "
                + order(criteria.sort()) + " limit ? offset ?");
        int next = condition.bind(query, 1);
        if (criteria.sort() == ReportCriteria.Sort.NEAREST) {
            Position from = criteria.near() != null ? criteria.near() : middle(criteria.box());
            query.setParameter(next++, from.lat());
            query.setParameter(next++, from.lon());
            query.setParameter(next++, Math.pow(Math.cos(Math.toRadians(from.lat())), 2));
        }
        query.setParameter(next++, criteria.size());
        query.setParameter(next, criteria.page() * criteria.size());
        return summaries(query);
    }

    private static String order(ReportCriteria.Sort sort) {
        return switch (sort) {
            case NEWEST -> "confirmed_at desc, id desc";
            case CHANGED -> "changed_at desc, id desc";
            case NEAREST -> "pow(lat - ?, 2) + pow(lon - ?, 2) * ?, id";
        };
    }

    private static Position middle(BoundingBox box) {
        return Position.of((box.south() + box.north()) / 2, (box.west() + box.east()) / 2);
    }

    @SuppressWarnings("unchecked")
    private static List<ReportSummary> summaries(Query query) {
        List<Object[]> rows = query.getResultList();
        return rows.stream()
                .map(row -> new ReportSummary(
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
                        (String) row[10]))
                .toList();
    }
}
