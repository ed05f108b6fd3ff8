package se.fixamingata.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.shared.SqlTime;

/**
 * What each night has taken, by rule: how many, and between which numbers. It grows in the transactions that take, so that a job that is
 * killed and goes on counts nothing twice; what the audit trail does not know yet is told there when a night is over.
 */
@ApplicationScoped
public class RetentionTally {

    @Inject
    EntityManager em;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** For the container. */
    public RetentionTally() {}

    /** For tests. */
    public RetentionTally(EntityManager em, AuditTrail audit, Clock clock) {
        this.em = em;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a night has taken by one rule. */
    public record Taken(LocalDate night, long taken, long first, long last) {}

    void add(RetentionRule rule, RetentionNight night, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return;
        }
        em.createNativeQuery(
                        "insert into retention_tally (night, rule, taken, first_id, last_id, at) values (?1, ?2, ?3, ?4, ?5, ?6)"
                                + " on duplicate key update taken = taken + values(taken), first_id = least(first_id, values(first_id)),"
                                + " last_id = greatest(last_id, values(last_id)), at = values(at)")
                .setParameter(1, night.day().toString())
                .setParameter(2, rule.code())
                .setParameter(3, ids.size())
                .setParameter(4, Collections.min(ids))
                .setParameter(5, Collections.max(ids))
                .setParameter(6, SqlTime.text(clock.instant()))
                .executeUpdate();
    }

    /**
     * Tells the audit trail of what nights have taken and it does not know: one line a night and rule, also of a night that did not end
     * well. Needs a transaction.
     *
     * @return how many lines
     */
    int prove() {
        List<?> rows = em.createNativeQuery(
                        "select cast(night as char), rule, taken, first_id, last_id, proved from retention_tally"
                                + " where proved < taken order by night, rule for update")
                .getResultList();
        for (Object one : rows) {
            Object[] row = (Object[]) one;
            audit.record(
                    "system",
                    "retention.taken",
                    "retention:" + row[1],
                    row[0] + ": " + (((Number) row[2]).longValue() - ((Number) row[5]).longValue()) + " (#" + row[3]
                            + "–#" + row[4] + ")");
            em.createNativeQuery("update retention_tally set proved = taken where night = ?1 and rule = ?2")
                    .setParameter(1, row[0])
                    .setParameter(2, row[1])
                    .executeUpdate();
        }
        return rows.size();
    }

    /** What the last night that took anything by a rule has taken. */
    public Map<RetentionRule, Taken> last() {
        List<?> rows = em.createNativeQuery(
                        "select cast(t.night as char), t.rule, t.taken, t.first_id, t.last_id from retention_tally t"
                                + " join (select rule, max(night) as night from retention_tally group by rule) l"
                                + " on l.rule = t.rule and l.night = t.night")
                .getResultList();
        Map<RetentionRule, Taken> last = new EnumMap<>(RetentionRule.class);
        for (Object one : rows) {
            Object[] row = (Object[]) one;
            RetentionRule.find((String) row[1])
                    .ifPresent(rule -> last.put(
                            rule,
                            new Taken(
                                    LocalDate.parse((String) row[0]),
                                    ((Number) row[2]).longValue(),
                                    ((Number) row[3]).longValue(),
                                    ((Number) row[4]).longValue())));
        }
        return last;
    }
}
