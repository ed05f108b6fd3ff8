package se.fixamingata.reminder;

/** What has not been done in time. */
public enum ReminderKind {
    /** The authority has said nothing in public. */
    ANSWER,
    /** It is still open; also when nothing has been said either. */
    SOLVE
}
