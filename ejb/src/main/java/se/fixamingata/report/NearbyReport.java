package se.fixamingata.report;

import java.time.Instant;

/**
 * An open report that may already tell of the same fault (P4).
 *
 * @param metres from the asked position, rounded
 * @param thumbnail id of its first photo, or null
 */
public record NearbyReport(
        long id,
        String title,
        ReportStatus status,
        String categoryCode,
        int metres,
        Instant confirmedAt,
        String thumbnail) {}
