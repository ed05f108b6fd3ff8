package se.fixamingata.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;

/**
 * Gives due dates to reports that have none: those from before there were deadlines, and those that come in by SQL. In portions of numbers,
 * newest first, each one statement; what has its dates is left alone, so it may be interrupted and run twice.
 */
@ApplicationScoped
public class DueFill {

    /** Numbers of one portion. */
    static final int PORTION = 5000;

    /** A status that changed, of the report p. */
    private static final String LAST_CHANGE =
            "(select max(h.at) from history_entry h where h.report_id = p.id and h.kind = 'STATUS' and h.%s in %s)";

    /** What the dates follow from, as moments: the last one at which it became open, or closed, or was asked about. */
    private static final String MOMENTS = "select p.id, coalesce("
            + LAST_CHANGE.formatted("from_status", DueSql.CLOSED + " and h.to_status in " + DueSql.OPEN)
            + ", p.confirmed_at) as began,"
            + " case when p.status not in " + DueSql.OPEN + " then coalesce("
            + LAST_CHANGE.formatted("to_status", DueSql.CLOSED) + ", p.changed_at) end as stopped,"
            + " case when p.status in " + DueSql.OPEN + " then p.waiting_until end as until,"
            + " (select max(h.at) from history_entry h where p.waiting_until is not null and h.report_id = p.id"
            + " and h.kind = 'ASKED') as asked"
            + " from report p where p.id between ?3 and ?4 and p.due_from is null and p.confirmed_at is not null"
            + " and p.status <> 'UNCONFIRMED'";

    private static final String PAUSED = "greatest(0, coalesce(u.number - q.number, 0))";

    private static final String FILL = "update report r join (" + MOMENTS + ") m on m.id = r.id"
            + DueSql.day("b", "m.began", false)
            + DueSql.day("c", "m.stopped", true)
            + DueSql.day("q", "m.asked", true)
            + DueSql.day("u", "m.until", true)
            + DueSql.rules()
            + DueSql.due(PAUSED)
            + " set r.due_from = b.day, r.due_paused_days = " + PAUSED
            + ", r.due_paused_from = if(u.day is null, null, q.day),"
            + " r.due_paused_until = if(q.day is null, null, u.day), r.due_stopped_on = c.day, r.answer_due_on = a.day,"
            + " r.solve_due_on = s.day";

    @Inject
    EntityManager em;

    @Inject
    DeadlineRules rules;

    /** For the container. */
    public DueFill() {}

    /** For tests. */
    public DueFill(EntityManager em, DeadlineRules rules) {
        this.em = em;
        this.rules = rules;
    }

    /** Whether there may be something to do: work without a date, or the oldest report has none. Reads a few rows along an index. */
    public boolean isNeeded() {
        return has(
                        "select r.id from report r force index (ix_report_open_due) where r.authority_code in (select code from authority)"
                                + " and r.open_due_on = '9999-12-31' limit 1")
                || has(
                        "select oldest.id from (select id, due_from from report where confirmed_at is not null order by id limit 1) as oldest"
                                + " where oldest.due_from is null");
    }

    private boolean has(String sql) {
        return !em.createNativeQuery(sql).getResultList().isEmpty();
    }

    /** The highest number of a report, 0 when there is none: where to begin. */
    public long last() {
        List<?> found =
                em.createNativeQuery("select coalesce(max(id), 0) from report").getResultList();
        return ((Number) found.get(0)).longValue();
    }

    /**
     * One portion; needs a transaction, and the table of working days.
     *
     * @param last the highest number of it
     * @return the highest number of the next one; 0 or less when all is done
     */
    public long fill(long last) {
        DueDays standard = rules.standard();
        em.createNativeQuery(FILL)
                .setParameter(3, last - PORTION + 1)
                .setParameter(4, last)
                .setParameter(1, standard.answer())
                .setParameter(2, standard.solve())
                .executeUpdate();
        return last - PORTION;
    }
}
