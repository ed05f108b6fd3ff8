package se.fixamingata.delivery;

import java.time.Instant;
import java.util.List;
import se.fixamingata.integration.ChannelKind;

/**
 * A report's way to an authority, as everybody may read it. The recipient is told as the authority and nothing finer.
 *
 * @param deliveredAt null until it is delivered
 * @param nextAttemptAt when the next attempt is due; null unless {@link DeliveryState#DUE}
 * @param attempts oldest first
 */
public record DeliveryView(
        String authorityCode,
        ChannelKind channel,
        DeliveryState state,
        Instant createdAt,
        Instant deliveredAt,
        Instant nextAttemptAt,
        List<AttemptView> attempts) {

    public DeliveryView {
        attempts = List.copyOf(attempts);
    }
}
