package se.fixamingata.report;

import java.time.Instant;

/**
 * A public report as lists and cards show it. Never holds anything about the reporter.
 *
 * @param id the public number
 * @param address the nearest address in words, or null
 * @param lat degrees north, WGS 84
 * @param lon degrees east, WGS 84
 * @param confirmedAt when it became public
 * @param changedAt when its status last moved
 * @param thumbnail id of the photo that stands for it, or null
 */
public record ReportSummary(
        long id,
        String title,
        String categoryCode,
        ReportStatus status,
        String municipalityCode,
        String address,
        double lat,
        double lon,
        Instant confirmedAt,
        Instant changedAt,
        String thumbnail) {}
