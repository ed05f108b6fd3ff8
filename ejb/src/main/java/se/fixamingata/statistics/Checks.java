package se.fixamingata.statistics;

import jakarta.persistence.EntityManager;
import java.util.List;

/** What must be true of figures before anybody reads them. */
final class Checks {

    private static final String MISSING =
            "select m.code from municipality m left join stat_area a on a.generation = ?1 and a.area = m.code"
                    + " where a.area is null order by m.code limit 10";

    /** The same reports, counted in four ways. */
    private static final String COUNTED =
            "select (select coalesce(sum(a.reports), 0) from stat_area a join municipality m on m.code = a.area where generation = ?1),"
                    + " (select coalesce(sum(reports), 0) from stat_stock where generation = ?1 and area = 'SE'),"
                    + " (select coalesce(sum(reported), 0) from stat_month where generation = ?1 and area = 'SE' and category_code = '*'),"
                    + " (select coalesce(sum(reports), 0) from stat_time where generation = ?1 and area = 'SE' and category_code = '*'"
                    + " and measure = 'FIXED' and period > 0)";

    /** What is open, by its status and by what has come and gone. */
    private static final String OPEN =
            "select (select coalesce(sum(reports), 0) from stat_stock where generation = ?1 and area = 'SE' and %s = 0),"
                    + " (select coalesce(max(open_at_end), 0) from stat_month where generation = ?1 and area = 'SE' and category_code = '*'"
                    + " and month = (select max(month) from stat_month where generation = ?1 and area = 'SE' and category_code = '*'))";

    /** What is overdue, by the state of the reports and by what has become so and no more is. */
    private static final String OVERDUE =
            "select (select coalesce(sum(overdue), 0) from stat_stock where generation = ?1 and area = 'SE'),"
                    + " (select coalesce(sum(became_overdue - no_more_overdue), 0) from stat_flow where generation = ?1 and area = 'SE')";

    private final EntityManager em;
    private final Night night;

    Checks(EntityManager em, Night night) {
        this.em = em;
        this.night = night;
    }

    /**
     * How many reports were counted.
     *
     * @throws IllegalStateException when something is wrong
     */
    long pass() {
        List<String> missing = Sql.texts(em, MISSING, night.generation());
        if (!missing.isEmpty()) {
            throw new IllegalStateException("Not counted: " + missing);
        }
        agree("reports", COUNTED);
        agree("overdue", OVERDUE);
        agree("open", OPEN.formatted(Sql.group("status")));
        return ((Number) Sql.rows(em, COUNTED, night.generation()).get(0)[0]).longValue();
    }

    private void agree(String what, String counts) {
        Object[] row = Sql.rows(em, counts, night.generation()).get(0);
        long first = ((Number) row[0]).longValue();
        for (Object count : row) {
            if (((Number) count).longValue() != first) {
                throw new IllegalStateException("The figures do not agree: " + what + " " + List.of(row));
            }
        }
    }
}
