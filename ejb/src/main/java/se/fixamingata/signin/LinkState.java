package se.fixamingata.signin;

/** What a link that signs in is still good for. */
public enum LinkState {
    /** Good, once. */
    WAITING,
    /** Its quarter of an hour is over. */
    EXPIRED,
    /** Was used. */
    USED,
    /** There is no such link, or its text was cut. */
    UNKNOWN
}
