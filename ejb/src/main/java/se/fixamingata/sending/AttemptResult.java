package se.fixamingata.sending;

/**
 * How an attempt ended, and in whose words.
 *
 * @param answer what the other side said, or why there was no other side; for the log of attempts, never for the public
 */
public record AttemptResult(AttemptOutcome outcome, String answer) {

    public static AttemptResult accepted(String answer) {
        return new AttemptResult(AttemptOutcome.ACCEPTED, answer);
    }

    public static AttemptResult temporary(String answer) {
        return new AttemptResult(AttemptOutcome.TEMPORARY_FAILURE, answer);
    }

    public static AttemptResult refused(String answer) {
        return new AttemptResult(AttemptOutcome.REFUSED, answer);
    }

    public static AttemptResult unknown(String answer) {
        return new AttemptResult(AttemptOutcome.UNKNOWN, answer);
    }
}
