package se.fixamingata.retention;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Permissions;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.shared.PageMark;
import se.fixamingata.shared.SqlTime;
import se.fixamingata.shared.TypedText;

/** Reports of which nothing goes until an operator lifts it: a dispute, an inquiry, a request that is not answered yet. */
@Stateless
@PermitAll
public class ReportHolds {

    public static final int REASON_MAX = 200;

    private static final int MOST_DIGITS = 18;

    @Inject
    EntityManager em;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** For the container. */
    public ReportHolds() {}

    /** For tests. */
    public ReportHolds(EntityManager em, AuditTrail audit, Clock clock) {
        this.em = em;
        this.audit = audit;
        this.clock = clock;
    }

    /** One of them, the newest first. */
    public record Hold(PageMark place, String reason) {

        public long report() {
            return place.id();
        }
    }

    /** @param after the page begins below it; null for the newest */
    public List<Hold> page(Caller caller, PageMark after, int most) {
        Permissions.requireOperator(caller);
        String at = after == null ? "" : "'" + SqlTime.text(after.at()) + "'";
        String below = after == null
                ? ""
                : " where held_at <= " + at + " and (held_at < " + at + " or report_id < " + after.id() + ")";
        List<?> rows = em.createNativeQuery("select report_id, " + SqlTime.micros("held_at")
                        + ", reason from report_hold" + below + " order by held_at desc, report_id desc")
                .setMaxResults(most)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row ->
                        new Hold(new PageMark(SqlTime.instant(row[1]), ((Number) row[0]).longValue()), (String) row[2]))
                .toList();
    }

    /**
     * Holds a report; held already, it gets the new reason.
     *
     * @param number and reason as typed
     * @return what has to be mended first, as a message key; empty when it is held
     */
    public String hold(Caller caller, String number, String reason) {
        Permissions.requireOperator(caller);
        String digits = number.strip().replaceFirst("^#", "");
        String line = TypedText.line(reason, REASON_MAX + 1);
        if (!digits.matches("\\d{1," + MOST_DIGITS + "}") || !exists(Long.parseLong(digits))) {
            return "gallring.hold.unknown";
        }
        if (!TypedText.isVisible(line) || TypedText.length(line) > REASON_MAX) {
            return "gallring.hold.reason-missing";
        }
        em.createNativeQuery("insert into report_hold (report_id, reason, held_at, held_by) values (?1, ?2, ?3, ?4)"
                        + " on duplicate key update reason = values(reason)")
                .setParameter(1, Long.valueOf(digits))
                .setParameter(2, line)
                .setParameter(3, SqlTime.text(clock.instant()))
                .setParameter(4, caller.accountId())
                .executeUpdate();
        audit.record(caller.accountId(), null, "retention.held", "report:" + Long.valueOf(digits), null, line);
        return "";
    }

    /** Lets its time go on. */
    public void lift(Caller caller, long report) {
        Permissions.requireOperator(caller);
        int lifted = em.createNativeQuery("delete from report_hold where report_id = ?1")
                .setParameter(1, report)
                .executeUpdate();
        if (lifted > 0) {
            audit.record(caller.accountId(), null, "retention.lifted", "report:" + report, null, null);
        }
    }

    private boolean exists(long report) {
        return !em.createNativeQuery("select 1 from report where id = ?1")
                .setParameter(1, report)
                .getResultList()
                .isEmpty();
    }
}
