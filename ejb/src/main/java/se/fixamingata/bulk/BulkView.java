package se.fixamingata.bulk;

import java.time.Instant;
import se.fixamingata.report.ReportStatus;

/**
 * How far a bulk change is.
 *
 * @param orderedBy name of who ordered it; null when the account is gone
 * @param status null when only something is said
 * @param total reports in all
 * @param changed reports that were changed
 * @param skipped reports that were left alone, each with a reason
 * @param endedAt null while it runs
 */
public record BulkView(
        long id,
        String authorityCode,
        String orderedBy,
        ReportStatus status,
        String text,
        BulkState state,
        int total,
        int changed,
        int skipped,
        Instant createdAt,
        Instant endedAt) {

    /** Reports that nobody has come to yet. */
    public int left() {
        return total - changed - skipped;
    }

    /** 0 to 100. */
    public int percent() {
        return total == 0 ? 100 : (int) (100L * (changed + skipped) / total);
    }
}
