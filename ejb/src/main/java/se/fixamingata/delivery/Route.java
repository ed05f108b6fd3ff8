package se.fixamingata.delivery;

import java.util.Optional;
import se.fixamingata.integration.ChannelKind;

/**
 * Which way an authority's reports of a category go today.
 *
 * @param recipient the mail address, or the address of their server; empty when there is none for that category, and where they fetch
 * @param isPaused whether the way is closed for now
 */
record Route(ChannelKind channel, Optional<String> recipient, boolean isPaused) {

    /** How something that is to go there stands at first. */
    DeliveryState state() {
        if (isPaused) {
            return DeliveryState.PAUSED;
        }
        if (channel == ChannelKind.PULL) {
            return DeliveryState.TO_FETCH;
        }
        return recipient.isPresent() ? DeliveryState.DUE : DeliveryState.WAITING_FOR_ADDRESS;
    }
}
