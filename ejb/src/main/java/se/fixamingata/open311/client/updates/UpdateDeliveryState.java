package se.fixamingata.open311.client.updates;

/** Where a resident's words stand on their way to the authority's server. */
public enum UpdateDeliveryState {
    /** To be sent as soon as its time has come. */
    DUE,
    /** Their server has given the report no number yet. */
    WAITING_FOR_NUMBER,
    /** The way is closed for now. */
    PAUSED,
    DELIVERED,
    /** Given up; shown, and sent again by people. */
    PARKED,
    /** Nobody wants it there any more, or it went as a letter. */
    OBSOLETE,
    /** Somebody has seen to it in another way. */
    HANDLED
}
