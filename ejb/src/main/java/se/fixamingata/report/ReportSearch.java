package se.fixamingata.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Set;
import se.fixamingata.shared.SqlTime;

/**
 * Lists of public reports.
 *
 * <p>Which index to take is decided here and not by the planner, since only we know beforehand how many reports fit: few are sorted, of
 * many the index in the wanted order is read until the page is full.
 */
@ApplicationScoped
public class ReportSearch {

    /** Up to here a total is counted exactly; so many, the newest that fit, are searched for a text. */
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

    /**
     * The page of reports that fit. A text of the form {@code #1234} finds that report wherever it is, whatever the other criteria say.
     * A text is looked for in the {@value #EXACT_UP_TO} newest reports that fit the rest.
     */
    public ReportList search(ReportCriteria criteria) {
        SearchText text = SearchText.of(criteria.text());
        if (text.number().isPresent()) {
            return numbered(criteria, text.number().getAsLong());
        }
        SearchOrder order = SearchOrder.of(criteria);
        ReportCondition fitting = fitting(criteria);
        long fit = count(fitting, criteria);
        boolean many = fit > EXACT_UP_TO;
        if (text.patterns().isEmpty()) {
            ReportCondition condition = many ? order.narrowed(criteria, this::count) : fitting;
            List<ReportSummary> page = page(condition, order.index(criteria, many), order, criteria);
            return list(criteria, page, Math.min(fit, EXACT_UP_TO), !many);
        }
        ReportCondition found = new ReportCondition();
        text.patterns().forEach(word -> found.and(SearchText.CONDITION, word, word, word));
        found.and("id in (select id from (" + newest(fitting, criteria, many) + ") as newest)", fitting.values());
        long total = count(found, null);
        return list(criteria, page(found, "", order, criteria), total, !many);
    }

    private static ReportList list(ReportCriteria criteria, List<ReportSummary> page, long total, boolean exact) {
        return new ReportList(page, total, exact, criteria.page(), criteria.size());
    }

    private ReportList numbered(ReportCriteria criteria, long number) {
        ReportCondition condition = new ReportCondition().and("id = ?", number);
        List<ReportSummary> found = page(condition, "", SearchOrder.of(criteria), criteria);
        return list(criteria, found, found.size(), true);
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

    static ReportCondition fitting(ReportCriteria criteria) {
        ReportCondition condition = new ReportCondition()
                .in(criteria.box())
                .status(criteria.statuses())
                .category(criteria.categories())
                .changedSince(criteria.changedSince());
        return criteria.municipalityCode() == null
                ? condition
                : condition.and("municipality_code = ?", criteria.municipalityCode());
    }

    private static String newest(ReportCondition fitting, ReportCriteria criteria, boolean many) {
        return "select id from report " + SearchOrder.NEWEST.index(criteria, many) + " where " + fitting.sql()
                + (many ? " order by confirmed_at desc, id desc" : "") + " limit " + EXACT_UP_TO;
    }

    /** How many fit, but not more than one more than are counted exactly. */
    private long count(ReportCondition condition, ReportCriteria criteria) {
        String index = criteria == null ? "" : SearchOrder.NEWEST.index(criteria, false);
        Query query = em.createNativeQuery("select count(*) from (select 1 from report " + index + " where "
                + condition.sql() + " limit " + (EXACT_UP_TO + 1) + ") as counted");
        condition.bind(query, 1);
        return ((Number) query.getSingleResult()).longValue();
    }

    /** Sorts by what the index holds, and reads from the table only what the page shows. */
    private List<ReportSummary> page(
            ReportCondition condition, String index, SearchOrder order, ReportCriteria criteria) {
        Query query = em.createNativeQuery("select " + COLUMNS + " from report join (select id as found from report "
                + index + " where " + condition.sql() + " order by " + order.sql() + " limit ? offset ?) as page"
                + " on id = found order by " + order.sql());
        int next = order.bind(query, condition.bind(query, 1));
        query.setParameter(next++, criteria.size());
        query.setParameter(next++, criteria.page() * criteria.size());
        order.bind(query, next);
        return summaries(query);
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
