package se.fixamingata.open311.client;

import java.util.Locale;
import java.util.Set;
import se.fixamingata.sending.AttemptOutcome;

/**
 * What an answer to something posted means for it: taken, not taken and worth another try, refused, or nobody knows.
 *
 * <p>5xx is no refusal: real servers have stored what they answered 500 to. A page for people with 200 is none either. Some send whoever
 * has posted on to what they made of it (302, 303): that may have been taken; where the address itself has moved (301, 307, 308), it was not.
 */
public final class Verdict {

    private static final int SERVER_ERROR = 500;
    private static final Set<Integer> LATER = Set.of(408, 425, 429);
    private static final Set<Integer> SENT_ON = Set.of(302, 303);
    private static final Set<String> UNREAD = Set.of("html", "unreadable", "large", "unavailable");

    private Verdict() {}

    /** How the attempt ended by that. */
    public static AttemptOutcome of(WireAnswer answer) {
        return switch (answer.heard()) {
            case NOT_SENT -> AttemptOutcome.TEMPORARY_FAILURE;
            case UNKNOWN -> AttemptOutcome.UNKNOWN;
            case ANSWERED -> answered(answer);
        };
    }

    private static AttemptOutcome answered(WireAnswer answer) {
        if (answer.isGood()) {
            return AttemptOutcome.ACCEPTED;
        }
        if (UNREAD.contains(answer.reason())) {
            return AttemptOutcome.UNKNOWN;
        }
        if ("redirect".equals(answer.reason())) {
            return SENT_ON.contains(answer.status()) ? AttemptOutcome.UNKNOWN : AttemptOutcome.TEMPORARY_FAILURE;
        }
        if (LATER.contains(code(answer))) {
            return AttemptOutcome.TEMPORARY_FAILURE;
        }
        return code(answer) >= SERVER_ERROR || isThereAlready(answer) ? AttemptOutcome.UNKNOWN : AttemptOutcome.REFUSED;
    }

    /** The HTTP status; for an error that came with 200, the one that it names. */
    private static int code(WireAnswer answer) {
        if (!"error".equals(answer.reason())) {
            return answer.status();
        }
        try {
            return Integer.parseInt(answer.node().errors().get(0).code());
        } catch (NumberFormatException other) {
            return 0;
        }
    }

    /** Boston's "base is a duplicate", FixMyStreet's "already exists": then it is there, and can be found. */
    private static boolean isThereAlready(WireAnswer answer) {
        String said = answer.told().toLowerCase(Locale.ROOT);
        return said.contains("duplicate") || said.contains("already exists");
    }
}
