package se.fixamingata.delivery;

import java.util.List;

/**
 * A report's way to an authority with everything that is known of it. For the authority's own staff: whoever calls asks first who is
 * reading.
 *
 * @param attempts oldest first
 */
public record DeliveryLogView(DeliveryView way, List<AttemptDetail> attempts) {

    public DeliveryLogView {
        attempts = List.copyOf(attempts);
    }
}
