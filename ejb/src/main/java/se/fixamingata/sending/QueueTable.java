package se.fixamingata.sending;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.fixamingata.shared.SqlTime;

/**
 * What every queue asks of its table. Besides the columns of {@link Outgoing} that has a {@code state}, of which {@code DUE} is one;
 * the entity names its queries {@code countByState} and {@code oldestDue}.
 *
 * @param row the entity
 */
public record QueueTable<R extends Outgoing>(EntityManager em, Class<R> row) {

    private static final String DUE =
            """
            select * from %s
             where state = 'DUE' and next_attempt_at <= ?1 and (lease_until is null or lease_until <= ?1)%s
             order by next_attempt_at
             limit ?2
               for update skip locked""";

    private static final String LANES =
            """
            select a.code from authority a
             where exists (select 1 from %s d
                            where d.authority_code = a.code and d.state = 'DUE' and d.next_attempt_at <= ?1
                              and (d.lease_until is null or d.lease_until <= ?1)%s)
             order by a.code""";

    /** Due rows that nobody holds, locked until the transaction ends; rows that are locked already are passed over. */
    public List<R> lockDue(Instant now, int most) {
        return lockDue(name(), "", now, most);
    }

    /**
     * The same of some rows.
     *
     * @param from the table, with the index that is to be used: rows in between, which are not looked for, would be locked as well
     * @param condition as in SQL
     */
    @SuppressWarnings("unchecked")
    public List<R> lockDue(String from, String condition, Instant now, int most) {
        return due(from, condition, now, most).getResultList();
    }

    /** The same of one authority's. */
    @SuppressWarnings("unchecked")
    public List<R> lockDueOf(String authorityCode, String from, String condition, Instant now, int most) {
        return due(from, " and authority_code = ?3" + condition, now, most)
                .setParameter(3, authorityCode)
                .getResultList();
    }

    private Query due(String from, String condition, Instant now, int most) {
        return em.createNativeQuery(DUE.formatted(from, condition), row)
                .setParameter(1, SqlTime.text(now))
                .setParameter(2, most);
    }

    /** The authorities for which something is due that nobody holds. */
    @SuppressWarnings("unchecked")
    public List<String> dueLanes(String condition, Instant now) {
        return em.createNativeQuery(LANES.formatted(name(), condition))
                .setParameter(1, SqlTime.text(now))
                .getResultList();
    }

    private String name() {
        return row.getAnnotation(Table.class).name();
    }

    /** The row, locked until the transaction ends; empty when it is gone. */
    public Optional<R> lock(long id) {
        return Optional.ofNullable(em.find(row, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** How many rows stand in each of the states, by name in lower case; 0 where there is none. */
    public Map<String, Long> countByState(Enum<?>[] states) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Enum<?> state : states) {
            counts.put(state.name().toLowerCase(Locale.ROOT), 0L);
        }
        em.createNamedQuery(row.getSimpleName() + ".countByState", Object[].class)
                .getResultList()
                .forEach(counted ->
                        counts.put(((Enum<?>) counted[0]).name().toLowerCase(Locale.ROOT), (Long) counted[1]));
        return counts;
    }

    /** When the row that has waited longest became due; empty when none is due. */
    public Optional<Instant> oldestDue() {
        return em.createNamedQuery(row.getSimpleName() + ".oldestDue", Instant.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
