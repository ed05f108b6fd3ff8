package se.fixamingata.integrationdesk;

import java.time.Instant;
import se.fixamingata.delivery.DeliveryState;

/**
 * A report that has not arrived.
 *
 * @param recipient where it goes; null while there is none, and where they fetch
 * @param since when it began to wait
 * @param nextAttempt null unless it is tried again by itself
 * @param lastAnswer what came of the last attempt; null before the first
 * @param lastAttempt null before the first
 * @param underWay whether it is being sent at this moment
 */
public record QueuedDelivery(
        long id,
        long reportId,
        String title,
        String categoryCode,
        DeliveryState state,
        String recipient,
        Instant since,
        int attempts,
        Instant nextAttempt,
        String lastAnswer,
        Instant lastAttempt,
        boolean underWay) {}
