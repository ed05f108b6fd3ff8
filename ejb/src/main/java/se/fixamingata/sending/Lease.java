package se.fixamingata.sending;

import java.time.Duration;
import java.time.Instant;

/**
 * The right to work on a row until a moment. Whoever holds one that ran out must not touch the row: it is somebody else's by then.
 *
 * @param owner one round of one worker, never used twice, so that even the same server's next round is somebody else
 * @param until end of the right
 */
public record Lease(String owner, Instant until) {

    /** Longer than the mail server's slowest permitted answer, short enough that a dead server's rows do not wait long. */
    public static final Duration DURATION = Duration.ofMinutes(5);

    /** A right that begins now. */
    public static Lease from(String owner, Instant now) {
        return new Lease(owner, now.plus(DURATION));
    }
}
