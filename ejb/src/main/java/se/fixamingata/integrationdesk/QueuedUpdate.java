package se.fixamingata.integrationdesk;

import java.time.Instant;
import se.fixamingata.open311.client.updates.UpdateDeliveryState;

/**
 * A resident's words that have not reached the authority's server.
 *
 * @param since when they were written
 * @param nextAttempt null unless they are tried again by themselves
 * @param lastError what came of the last attempt, or why they wait; null for neither
 * @param underWay whether they are being sent at this moment
 */
public record QueuedUpdate(
        long id,
        long reportId,
        String title,
        UpdateDeliveryState state,
        Instant since,
        Instant nextAttempt,
        String lastError,
        boolean underWay) {}
