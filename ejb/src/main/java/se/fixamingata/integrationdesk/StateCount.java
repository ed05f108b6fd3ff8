package se.fixamingata.integrationdesk;

import java.time.Instant;
import se.fixamingata.delivery.DeliveryState;

/**
 * How many reports stand in a state on their way to an authority.
 *
 * @param oldest since when the one that has waited longest has done so
 */
public record StateCount(DeliveryState state, long count, Instant oldest) {}
