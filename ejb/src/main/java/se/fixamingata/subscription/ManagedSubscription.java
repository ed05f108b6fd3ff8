package se.fixamingata.subscription;

import java.time.Instant;
import se.fixamingata.report.ReportStatus;

/**
 * A subscription as its holder sees it.
 *
 * @param name of the report or the area, in words
 * @param page where its reports are; null when the report is not public any more
 * @param feed from the root
 * @param status the report's; null for an area
 */
public record ManagedSubscription(
        long id,
        SubscriptionKind kind,
        String name,
        String page,
        String feed,
        ReportStatus status,
        Frequency frequency,
        Instant since) {}
