package se.fixamingata.update;

/** Who may read an update. */
public enum UpdateState {
    /** Sent, but nobody has shown that the address is theirs; deleted after 30 days. */
    UNCONFIRMED,
    /** Everybody who may see the report. */
    PUBLISHED,
    /** Caseworkers only; a moderator, or three readers, decided so. */
    HIDDEN
}
