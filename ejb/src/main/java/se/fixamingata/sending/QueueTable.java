package se.fixamingata.sending;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
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
             where state = 'DUE' and next_attempt_at <= ?1 and (lease_until is null or lease_until <= ?1)
             order by next_attempt_at
             limit ?2
               for update skip locked""";

    /** Due rows that nobody holds, locked until the transaction ends; rows that are locked already are passed over. */
    @SuppressWarnings("unchecked")
    public List<R> lockDue(Instant now, int most) {
        return em.createNativeQuery(DUE.formatted(row.getAnnotation(Table.class).name()), row)
                .setParameter(1, SqlTime.text(now))
                .setParameter(2, most)
                .getResultList();
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
