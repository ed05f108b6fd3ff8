package se.fixamingata.sending;

/** How one attempt to send something ended. */
public enum AttemptOutcome {
    /** The other side has taken it. */
    ACCEPTED,
    /** Certainly not taken, and worth another attempt: no connection, a full mailbox, a server at its limit. */
    TEMPORARY_FAILURE,
    /** Certainly not taken, and never will be as it stands: no such recipient. */
    REFUSED,
    /** Handed over, and then nothing was heard: it may have arrived and it may not. */
    UNKNOWN,
    /** May have arrived before, and was looked for and not there; it is looked for once more before it is handed over again. */
    NOT_FOUND,
    /** Taken; and somebody says later that it came back, which nothing proves. No attempt of ours ends so. */
    UNPROVED,
    /** Our own server stopped before it was handed over: certainly not taken. */
    INTERRUPTED,
    /** No attempt after all: the other side is left alone for a while. Stands in no log, and counts for nothing. */
    POSTPONED
}
