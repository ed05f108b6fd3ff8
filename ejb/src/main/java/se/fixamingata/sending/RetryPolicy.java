package se.fixamingata.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When to try again (product.md, R25): after 1, 5, 15 and 60 minutes, then every hour, for seven days; then never by itself.
 *
 * <p>Counted from the end of the attempt that failed, so that a slow answer does not eat the pause.
 */
public final class RetryPolicy {

    /** For how long something is tried before it is parked. */
    public static final Duration PATIENCE = Duration.ofDays(7);

    private static final List<Duration> PAUSES =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofMinutes(60));

    private RetryPolicy() {}

    /**
     * The moment of the next attempt; empty when the patience is over.
     *
     * @param attempts how many have failed, at least 1
     * @param since when the row became due for the first time
     * @param now the end of the failed attempt
     */
    public static Optional<Instant> next(int attempts, Instant since, Instant now) {
        if (attempts < 1) {
            throw new IllegalArgumentException("Nothing has failed yet");
        }
        return within(since, now.plus(PAUSES.get(Math.min(attempts, PAUSES.size()) - 1)));
    }

    /** That moment; empty when the patience is over by then. */
    static Optional<Instant> within(Instant since, Instant next) {
        return next.isAfter(since.plus(PATIENCE)) ? Optional.empty() : Optional.of(next);
    }
}
