package se.fixamingata.operatordesk;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import se.fixamingata.delivery.DeliveryState;

/** Which deliveries the operator's list shows: those of one state. */
public enum DeliveryFilter {
    FAILED(DeliveryState.PARKED),
    BOUNCED(DeliveryState.BOUNCED),
    HOMELESS(DeliveryState.WAITING_FOR_ADDRESS),
    WAITING(DeliveryState.DUE),
    PAUSED(DeliveryState.PAUSED),
    TO_FETCH(DeliveryState.TO_FETCH),
    DELIVERED(DeliveryState.DELIVERED),
    HANDLED(DeliveryState.HANDLED);

    private final DeliveryState state;

    DeliveryFilter(DeliveryState state) {
        this.state = state;
    }

    DeliveryState state() {
        return state;
    }

    /** Whether there is something to be done about one of these. */
    public boolean isOpen() {
        return this != DELIVERED && this != HANDLED;
    }

    /** Whether one of these can be tried again now. */
    public boolean isSendable() {
        return this != DELIVERED;
    }

    /** As it stands in an address. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DeliveryFilter> find(String code) {
        return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
