package se.fixamingata.integration;

/** What we were doing when it went wrong. */
public enum FaultAction {
    /** Sending a report. */
    DELIVER,
    /** Sending an update. */
    UPDATE,
    /** Asking for updates and statuses. */
    POLL,
    /** Asking what a token became. */
    TOKEN,
    /** Asking for services and definitions. */
    SERVICES,
    /** Reading a mail. */
    MAIL,
    /** Answering their client. */
    CLIENT
}
