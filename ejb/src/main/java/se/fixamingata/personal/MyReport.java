package se.fixamingata.personal;

import java.time.Instant;
import se.fixamingata.report.ReportStatus;

/**
 * A report of one's own, in a list.
 *
 * @param listed whether everybody sees it; one that is private or hidden is still its reporter's to know of
 * @param thumbnail id of a photo; null when there is none
 */
public record MyReport(
        long id,
        String title,
        ReportStatus status,
        String categoryCode,
        String municipalityCode,
        boolean listed,
        Instant confirmedAt,
        Instant changedAt,
        String thumbnail) {}
