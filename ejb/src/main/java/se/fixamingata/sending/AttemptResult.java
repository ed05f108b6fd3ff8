package se.fixamingata.sending;

import java.time.Duration;

/**
 * How an attempt ended, and in whose words.
 *
 * @param answer what the other side said, or why there was no other side; for the log of attempts, never for the public
 * @param pause so long at least until the next attempt, whatever the {@link RetryPolicy} says
 */
public record AttemptResult(AttemptOutcome outcome, String answer, Duration pause) {

    public AttemptResult(AttemptOutcome outcome, String answer) {
        this(outcome, answer, Duration.ZERO);
    }

    public static AttemptResult accepted(String answer) {
        return new AttemptResult(AttemptOutcome.ACCEPTED, answer);
    }

    public static AttemptResult temporary(String answer) {
        return new AttemptResult(AttemptOutcome.TEMPORARY_FAILURE, answer);
    }

    public static AttemptResult refused(String answer) {
        return new AttemptResult(AttemptOutcome.REFUSED, answer);
    }

    /** Nobody was called; to be tried after that time. */
    public static AttemptResult postponed(String why, Duration pause) {
        return new AttemptResult(AttemptOutcome.POSTPONED, why, pause);
    }

    public static AttemptResult unknown(String answer) {
        return new AttemptResult(AttemptOutcome.UNKNOWN, answer);
    }
}
