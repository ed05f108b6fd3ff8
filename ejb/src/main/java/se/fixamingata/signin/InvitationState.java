package se.fixamingata.signin;

import java.util.Locale;

/** What an invitation is still good for. */
public enum InvitationState {
    /** Can be accepted. */
    WAITING,
    /** Was accepted. */
    USED,
    /** Whoever invited has changed their mind. */
    WITHDRAWN,
    /** Its two weeks are over. */
    EXPIRED,
    /** There is no such invitation, or the link was cut. */
    UNKNOWN;

    /** In message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
