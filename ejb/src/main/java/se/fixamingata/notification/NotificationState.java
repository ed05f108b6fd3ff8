package se.fixamingata.notification;

/** Where a mail to a person stands. */
public enum NotificationState {
    /** To be sent, now or at the next attempt. */
    DUE,
    /** The authority that it goes to has no address registered: it is sent when there is one. */
    WAITING_FOR_ADDRESS,
    /** The mail server has taken it. */
    SENT,
    /** Given up: refused for good, unknown twice, or tried for seven days. Shown to the operator. */
    PARKED,
    /** No longer wanted when its turn came: the report had been confirmed, or its address corrected. */
    OBSOLETE
}
