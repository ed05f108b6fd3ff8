package se.fixamingata.report;

import java.time.Instant;
import se.fixamingata.position.Position;

/**
 * What the map counts has changed. Fired inside the transaction, by every use case that changes a report.
 *
 * @param before how the map counted it, or null when it did not
 * @param after how the map counts it from now on, or null when it no longer does
 */
public record ReportChanged(long reportId, OnMap before, OnMap after) {

    /** What the map knows of a listed report. */
    public record OnMap(Position position, ReportStatus status, String categoryCode, Instant changedAt) {

        /** How the map counts the report as it is now; null when it is not listed. */
        public static OnMap of(Report report) {
            return report.isListed()
                    ? new OnMap(report.position(), report.status(), report.categoryCode(), report.changedAt())
                    : null;
        }
    }
}
