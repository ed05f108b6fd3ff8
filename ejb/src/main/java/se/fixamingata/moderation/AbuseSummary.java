package se.fixamingata.moderation;

import java.time.Instant;
import java.util.List;

/**
 * What readers have reported about one thing.
 *
 * @param count how many different people
 * @param since the first of them; null for nobody
 * @param reasons how many gave which, the commonest first
 * @param texts what they wrote, oldest first
 * @param verdict null while it waits for one
 * @param judgedAt null while it waits
 * @param judgedBy the account's number; null while it waits, and after that person's erasure
 */
public record AbuseSummary(
        int count,
        Instant since,
        List<Reason> reasons,
        List<String> texts,
        Verdict verdict,
        Instant judgedAt,
        Long judgedBy) {

    /** How many gave that reason. */
    public record Reason(AbuseReason reason, int count) {}

    /** Nobody has reported anything. */
    public static final AbuseSummary NONE = new AbuseSummary(0, null, List.of(), List.of(), null, null, null);

    public AbuseSummary {
        reasons = List.copyOf(reasons);
        texts = List.copyOf(texts);
    }

    /** Whether somebody should judge. */
    public boolean waiting() {
        return count > 0 && verdict == null;
    }
}
