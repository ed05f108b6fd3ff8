package se.fixamingata.open311.client;

/** What we know of a report in an authority's system. */
public enum RemoteState {
    /** Its number there. */
    NUMBERED,
    /** A token; the number is asked for. */
    TOKEN,
    /** It was taken, and that is all. */
    BLIND
}
