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
    STOPPED,
    /** The way is paused by hand: nothing is sent until it is open again (P17). */
    PAUSED,
    /** Lies ready for the authority's system to fetch (R24). */
    TO_FETCH,
    /** The letter came back: it waits for a better address (R26). */
    BOUNCED,
    /** Given up by hand: somebody has told the authority by another way (P17). */
    HANDLED
}
