package se.fixamingata.report;

import java.time.Instant;

/**
 * A public report as open data and feeds hold it. Never holds anything about the reporter.
 *
 * @param authorityCode who is to mend it
 * @param address the nearest address in words, or null
 * @param lat degrees north, WGS 84
 * @param lon degrees east, WGS 84
 * @param confirmedAt when it became public
 * @param changedAt when its status last moved
 * @param thumbnail id of the photo that stands for it, or null
 */
public record PublicReport(
        long id,
        String title,
        String description,
        String categoryCode,
        ReportStatus status,
        String municipalityCode,
        String authorityCode,
        String address,
        double lat,
        double lon,
        Instant confirmedAt,
        Instant changedAt,
        String thumbnail) {}
