package se.fixamingata.secretlink;

/** What a secret link is good for. */
public enum Purpose {
    /** Confirms the report, thereby showing that the address is the reporter's (R11). */
    CONFIRM_REPORT
}
