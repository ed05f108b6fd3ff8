package se.fixamingata.incomingmail;

import java.util.Locale;

/** What became of a mail that came in. */
public enum MailState {
    /** Kept, not looked at yet. */
    RECEIVED,
    /** Its words stand on the report's page. */
    PUBLISHED,
    /** Somebody is to decide whether they may. */
    WAITING,
    /** A machine wrote it: kept for a while, published by nobody. */
    AUTOMATIC,
    /** A letter of ours came back. */
    BOUNCE,
    /** Nobody can tell what it is about: the operator's. */
    UNKNOWN,
    /** Somebody decided against it. */
    REFUSED,
    /** Somebody has seen to it by other means. */
    HANDLED;

    /** In message keys and addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
