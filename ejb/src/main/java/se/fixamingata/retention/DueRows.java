package se.fixamingata.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import se.fixamingata.shared.PageMark;
import se.fixamingata.shared.SqlTime;

/**
 * What has had its time, by rule: oldest first, a portion at a time, each found by where the one before ended. The job, the page and the
 * file all ask here.
 */
@ApplicationScoped
public class DueRows {

    /** So many candidates are looked at for why they wait; they are the oldest, and what waits longest is among them. */
    static final int LOOKED_AT = 10_000;

    @Inject
    EntityManager em;

    @Inject
    RetentionPeriods periods;

    /** For the container. */
    public DueRows() {}

    /** For tests. */
    public DueRows(EntityManager em, RetentionPeriods periods) {
        this.em = em;
        this.periods = periods;
    }

    /**
     * @param after where the portion before ended; null for the beginning
     * @return at most {@code most}: each row's moment and number
     */
    public List<PageMark> next(RetentionRule rule, RetentionNight night, PageMark after, int most) {
        List<?> rows = em.createNativeQuery(select(rule, night, after))
                .setMaxResults(most)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new PageMark(SqlTime.instant(row[1]), ((Number) row[0]).longValue()))
                .toList();
    }

    String select(RetentionRule rule, RetentionNight night, PageMark after) {
        String date = rule.date();
        String from = "";
        if (after != null) {
            String at = "'" + SqlTime.text(after.at()) + "'";
            from = " and " + date + " >= " + at + " and (" + date + " > " + at + " or t.id > " + after.id() + ")";
        }
        return "select t.id, " + SqlTime.micros(date) + " from " + rule.table() + " t where " + where(rule, night)
                + from + " order by " + date + ", t.id";
    }

    /** How many there are; counting ends at {@code most}. */
    public long count(RetentionRule rule, RetentionNight night, int most) {
        return ((Number) em.createNativeQuery("select count(*) from (select t.id from " + rule.table() + " t where "
                                + where(rule, night) + " limit " + most + ") counted")
                        .getSingleResult())
                .longValue();
    }

    /** Those of the numbers for which it is still so, locked until the transaction ends. */
    List<Long> lock(RetentionRule rule, RetentionNight night, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return em
                .createNativeQuery("select t.id from " + rule.table() + " t where t.id in (" + list(ids) + ") and "
                        + where(rule, night) + " order by t.id for update")
                .getResultList()
                .stream()
                .map(id -> ((Number) id).longValue())
                .toList();
    }

    /** Reports whose time is over and that wait, by why; one may wait for several reasons. */
    public Map<Delay, Long> delayed(RetentionNight night) {
        String sums = Arrays.stream(Delay.values())
                .map(delay -> "coalesce(sum(" + delay.exists("t.id") + "), 0)")
                .collect(Collectors.joining(", "));
        Object[] counts = (Object[]) em.createNativeQuery(fill(
                        "select " + sums + " from (select id from report where forget_from < :day"
                                + " order by forget_from, id limit " + LOOKED_AT + ") t",
                        RetentionRule.REPORT,
                        night))
                .getSingleResult();
        Map<Delay, Long> delays = new EnumMap<>(Delay.class);
        for (Delay delay : Delay.values()) {
            delays.put(delay, ((Number) counts[delay.ordinal()]).longValue());
        }
        return delays;
    }

    /** The condition with its moments; all of them are ours. */
    String where(RetentionRule rule, RetentionNight night) {
        return fill(rule.condition(), rule, night);
    }

    private String fill(String condition, RetentionRule rule, RetentionNight night) {
        return condition
                .replace(":limit", quoted(SqlTime.text(periods.limit(rule, night))))
                .replace(":unused", quoted(SqlTime.text(periods.limit(RetentionRule.ACCOUNT_WARNING, night))))
                .replace(":day", quoted(periods.day(rule, night).toString()))
                .replace(":now", quoted(SqlTime.text(night.now())));
    }

    private static String quoted(String text) {
        return "'" + text + "'";
    }

    static String list(Collection<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
