package se.fixamingata.delivery;

/** Where a report stands on its way to an authority. */
public enum DeliveryState {
    /** The authority's address is not registered yet: the report is public and waits, for as long as it takes. */
    WAITING_FOR_ADDRESS,
    /** To be sent, now or at the next attempt. */
    DUE,
    /** The authority's system has taken it. */
    DELIVERED,
    /** Given up for now: refused for good, unknown twice, or tried for seven days. Shown to the operator, never forgotten. */
    PARKED,
    /** The authority takes reports elsewhere (P6): nothing is sent, and the reporter is told where to turn. */
    NOT_ACCEPTED,
    /** Somebody else became responsible before it was sent: nothing is sent here. */
    STOPPED
}
