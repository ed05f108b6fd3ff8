package se.fixamingata.report;

/** The way by which a report came in. */
public enum Source {
    WEB,
    PHONE,
    API,
    EMAIL,
    /** Told to a caseworker in another way: at a desk, in a letter. */
    OTHER
}
