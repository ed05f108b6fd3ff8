package se.fixamingata.open311.client;

/** How we learn what happened to a report in their system. */
public enum UpdatesFrom {
    /** Not by asking: they push, write mails, or say nothing. */
    NONE,
    /** From {@code servicerequestupdates}, mySociety's extension. */
    UPDATES,
    /** By asking for the open requests again. */
    REQUESTS
}
