package se.fixamingata.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The reports of bulk changes, in plain SQL: ten thousand rows have no business in a persistence context. Numbers are written into
 * the statements; they are longs of ours and nothing that somebody typed.
 */
@ApplicationScoped
public class BulkItems {

    private static final int AT_ONCE = 1_000;

    /** Whose reporter has more of them in the same change. */
    private static final String TOGETHER =
            """
            update bulk_change_report b
              join report r on r.id = b.report_id
              join (select other.reporter_email from bulk_change_report others
                      join report other on other.id = others.report_id
                     where others.bulk_id = ? and other.reporter_email is not null
                     group by other.reporter_email having count(*) > 1) as many
                on many.reporter_email = r.reporter_email
               set b.together = true
             where b.bulk_id = ?""";

    @Inject
    EntityManager em;

    /**
     * A report that nobody has come to.
     *
     * @param together whether its reporter has more of them, and is told of all in one mail
     */
    record Waiting(long report, boolean together) {}

    /** For the container. */
    public BulkItems() {}

    /** For tests. */
    BulkItems(EntityManager em) {
        this.em = em;
    }

    void add(long bulkId, List<Long> reports) {
        for (List<Long> some : portions(reports)) {
            String rows = some.stream()
                    .map(report -> "(" + bulkId + "," + report + ",'WAITING',null)")
                    .collect(Collectors.joining(","));
            em.createNativeQuery(
                            "insert ignore into bulk_change_report (bulk_id, report_id, state, reason) values " + rows)
                    .executeUpdate();
        }
        em.createNativeQuery(TOGETHER)
                .setParameter(1, bulkId)
                .setParameter(2, bulkId)
                .executeUpdate();
    }

    /** Those of the numbers that are confirmed reports of that authority in one of the categories; no categories means any. */
    List<Long> confirmed(String authorityCode, Set<String> categories, List<Long> numbers) {
        List<Long> found = new ArrayList<>();
        for (List<Long> some : portions(numbers)) {
            String list = some.stream().map(String::valueOf).collect(Collectors.joining(","));
            String limited = categories.isEmpty()
                    ? ""
                    : " and category_code in ("
                            + categories.stream().map(code -> "?").collect(Collectors.joining(",")) + ")";
            Query query = em.createNativeQuery("select id from report where id in (" + list
                            + ") and authority_code = ? and status <> 'UNCONFIRMED'" + limited)
                    .setParameter(1, authorityCode);
            int next = 2;
            for (String code : categories) {
                query.setParameter(next++, code);
            }
            found.addAll(numbers(query));
        }
        return found;
    }

    /**
     * The next ones that nobody has come to, in the order of their cells: whoever changes several reports in one transaction takes
     * the map's rows in that order.
     */
    @SuppressWarnings("unchecked")
    List<Waiting> waiting(long bulkId, int most) {
        List<Object[]> rows = em.createNativeQuery("select id, together from (select r.id, r.cell, b.together"
                        + " from bulk_change_report b"
                        + " join report r on r.id = b.report_id where b.bulk_id = ? and b.state = 'WAITING'"
                        + " order by b.report_id limit " + most + ") as next order by cell, id")
                .setParameter(1, bulkId)
                .getResultList();
        return rows.stream()
                .map(row -> new Waiting(((Number) row[0]).longValue(), isTrue(row[1])))
                .toList();
    }

    private static boolean isTrue(Object column) {
        return column instanceof Boolean truth ? truth : ((Number) column).intValue() != 0;
    }

    void changed(long bulkId, List<Long> reports) {
        mark(bulkId, reports, "CHANGED", null);
    }

    void skipped(long bulkId, long report, SkipReason reason) {
        mark(bulkId, List.of(report), "SKIPPED", reason);
    }

    private void mark(long bulkId, List<Long> reports, String state, SkipReason reason) {
        if (reports.isEmpty()) {
            return;
        }
        String list = reports.stream().map(String::valueOf).collect(Collectors.joining(","));
        em.createNativeQuery("update bulk_change_report set state = ?, reason = ? where bulk_id = ? and report_id in ("
                        + list + ")")
                .setParameter(1, state)
                .setParameter(2, reason == null ? null : reason.name())
                .setParameter(3, bulkId)
                .executeUpdate();
    }

    @SuppressWarnings("unchecked")
    List<SkippedReport> skipped(long bulkId, int most) {
        List<Object[]> rows = em.createNativeQuery(
                        "select b.report_id, if(r.authority_code = c.authority_code, r.title, ''), b.reason"
                                + " from bulk_change_report b join bulk_change c on c.id = b.bulk_id"
                                + " join report r on r.id = b.report_id where b.bulk_id = ? and b.state = 'SKIPPED'"
                                + " order by b.report_id limit " + most)
                .setParameter(1, bulkId)
                .getResultList();
        return rows.stream()
                .map(row -> new SkippedReport(
                        ((Number) row[0]).longValue(), (String) row[1], SkipReason.valueOf((String) row[2])))
                .toList();
    }

    private static List<List<Long>> portions(List<Long> all) {
        List<List<Long>> portions = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            portions.add(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
        return portions;
    }

    @SuppressWarnings("unchecked")
    private static List<Long> numbers(Query query) {
        return ((List<Number>) query.getResultList())
                .stream().map(Number::longValue).toList();
    }
}
