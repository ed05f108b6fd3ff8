package se.fixamingata.open311.client;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import se.fixamingata.sending.ShortTransaction;
import se.fixamingata.shared.SqlTime;

/**
 * The rows whose token is to be asked about, in whichever table they stand. When the next time is stands in the row, so a server that
 * starts again goes on where it was; whoever takes a row puts that moment off, so that no two servers ask about one token at once.
 *
 * @param kind what a row is
 * @param lanes the query for the authorities that have something due; its parameter is the time
 * @param due the query for the next row, locked; its parameters are the time and the authority's code
 * @param taken puts a row off until that moment
 */
public record DueTokens<T>(
        EntityManager em,
        ShortTransaction transaction,
        Clock clock,
        Class<T> kind,
        String lanes,
        String due,
        BiConsumer<T, Instant> taken) {

    /** Longer than the calls about one token may take. */
    private static final Duration TAKEN = Duration.ofMinutes(5);

    /** The authorities that have something due. */
    @SuppressWarnings("unchecked")
    public List<String> authorities() {
        return em.createNativeQuery(lanes)
                .setParameter(1, SqlTime.text(clock.instant()))
                .getResultList();
    }

    /**
     * One after the other: each is put off for as long as asking may take, and for no longer. Call without a transaction.
     *
     * @param most how many at the most
     * @return how many were asked about
     */
    public int each(String authorityCode, int most, Consumer<T> ask) {
        int asked = 0;
        Optional<T> next = next(authorityCode);
        while (next.isPresent()) {
            ask.accept(next.get());
            asked++;
            next = asked < most ? next(authorityCode) : Optional.empty();
        }
        return asked;
    }

    private Optional<T> next(String authorityCode) {
        return transaction.call(() -> take(authorityCode));
    }

    @SuppressWarnings("unchecked")
    private Optional<T> take(String authorityCode) {
        Instant now = clock.instant();
        List<T> found = em.createNativeQuery(due, kind)
                .setParameter(1, SqlTime.text(now))
                .setParameter(2, authorityCode)
                .getResultList();
        found.forEach(one -> taken.accept(one, now.plus(TAKEN)));
        return found.stream().findFirst();
    }
}
