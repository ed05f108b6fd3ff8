package se.fixamingata.report;

/** The way by which a report came in. */
public enum Source {
    WEB,
    PHONE,
    API,
    EMAIL
}
