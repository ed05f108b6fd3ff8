package se.fixamingata.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import se.fixamingata.position.BoundingBox;
import se.fixamingata.shared.PageMark;
import se.fixamingata.shared.SqlTime;

/**
 * Public reports for whoever wants many of them: feeds and open data. No totals, which cost more than the page; read along the index of
 * the order until the page is full.
 */
@ApplicationScoped
public class PublicReports {

    /** Most reports on one page. */
    public static final int MOST = 1_000;

    /** So many reports may stand before a page that is counted: all of them are read. */
    public static final int FARTHEST = 50_000;

    private static final String COLUMNS = "select id, title, description, category_code, status, municipality_code,"
            + " authority_code, address, lat, lon, " + SqlTime.micros("confirmed_at") + ", "
            + SqlTime.micros("changed_at") + ", thumbnail from report ";

    @Inject
    EntityManager em;

    /** For the container. */
    public PublicReports() {}

    /** For tests. */
    public PublicReports(EntityManager em) {
        this.em = em;
    }

    /**
     * Which ones.
     *
     * @param municipalityCode only there; null for the country
     * @param statuses only these; empty for all
     * @param categories only these codes; empty for all
     * @param box only in it; null for everywhere
     * @param changedSince only what changed then or later, the last changed first; null for any age, the newest first
     * @param page 0 is the first
     * @param size 1 to {@value #MOST}
     * @param after only what follows there, whatever the page; null to count pages
     */
    public record Wanted(
            String municipalityCode,
            Set<ReportStatus> statuses,
            Set<String> categories,
            BoundingBox box,
            Instant changedSince,
            int page,
            int size,
            PageMark after) {

        /** Pages are counted. */
        public Wanted(
                String municipalityCode,
                Set<ReportStatus> statuses,
                Set<String> categories,
                BoundingBox box,
                Instant changedSince,
                int page,
                int size) {
            this(municipalityCode, statuses, categories, box, changedSince, page, size, null);
        }

        /** The newest of the country. */
        public static Wanted newest(int size) {
            return new Wanted(null, Set.of(), Set.of(), null, null, 0, size);
        }

        public Wanted in(String code) {
            return new Wanted(code, statuses, categories, box, changedSince, page, size, after);
        }

        public Wanted about(String code) {
            return new Wanted(municipalityCode, statuses, Set.of(code), box, changedSince, page, size, after);
        }

        /** Where a page that ends with that report is continued. */
        public PageMark mark(PublicReport last) {
            return new PageMark(changedSince == null ? last.confirmedAt() : last.changedAt(), last.id());
        }

        private String moment() {
            return changedSince == null ? "confirmed_at" : "changed_at";
        }
    }

    /** The page of them. */
    public List<PublicReport> list(Wanted wanted) {
        ReportCondition condition = new ReportCondition()
                .in(wanted.box())
                .status(wanted.statuses())
                .category(wanted.categories())
                .changedSince(wanted.changedSince());
        if (wanted.municipalityCode() != null) {
            condition.and("municipality_code = ?", wanted.municipalityCode());
        }
        if (wanted.after() != null) {
            String end = SqlTime.text(wanted.after().at());
            condition.and(
                    wanted.moment() + " <= ? and (" + wanted.moment() + " < ? or id < ?)",
                    end,
                    end,
                    wanted.after().id());
        }
        String order = wanted.moment() + " desc, id desc";
        Query query = em.createNativeQuery(COLUMNS + "join (select id as found from report " + index(wanted) + " where "
                + condition.sql() + " order by " + order
                + " limit " + wanted.size() + " offset "
                + (wanted.after() == null ? (long) wanted.page() * wanted.size() : 0)
                + ") as page on id = found order by " + order);
        condition.bind(query, 1);
        return reports(query);
    }

    /** Those of them that everybody may see, the newest first; any number, in one query. */
    List<PublicReport> find(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        String numbers = ids.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return reports(em.createNativeQuery(
                COLUMNS + "where listed = 1 and id in (" + numbers + ") order by confirmed_at desc, id desc"));
    }

    private static List<PublicReport> reports(Query query) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = query.getResultList();
        return rows.stream().map(PublicReports::report).toList();
    }

    private static String index(Wanted wanted) {
        if (wanted.box() != null) {
            return "";
        }
        if (wanted.municipalityCode() != null) {
            return wanted.changedSince() == null ? "force index (ix_report_municipality)" : "";
        }
        return wanted.changedSince() == null ? "force index (ix_report_newest)" : "force index (ix_report_changed_id)";
    }

    private static PublicReport report(Object[] row) {
        return new PublicReport(
                ((Number) row[0]).longValue(),
                (String) row[1],
                (String) row[2],
                (String) row[3],
                ReportStatus.valueOf((String) row[4]),
                (String) row[5],
                (String) row[6],
                (String) row[7],
                ((Number) row[8]).doubleValue(),
                ((Number) row[9]).doubleValue(),
                SqlTime.instant(row[10]),
                SqlTime.instant(row[11]),
                (String) row[12]);
    }
}
