package se.fixamingata.answer;

import java.time.Instant;
import java.util.List;
import se.fixamingata.report.ReportStatus;

/**
 * A template as pages show it.
 *
 * @param status that an answer with it gives the report; null for any
 * @param categoryCode that it is for; null for all
 * @param unknown names in braces that mean nothing (any more)
 */
public record TemplateView(
        long id,
        String authorityCode,
        String name,
        ReportStatus status,
        String categoryCode,
        String text,
        Instant changedAt,
        int version,
        List<String> unknown) {}
