package se.fixamingata.report;

/** Who did what a history entry tells. */
public enum Actor {
    REPORTER,
    RESIDENT,
    AUTHORITY,
    SYSTEM
}
