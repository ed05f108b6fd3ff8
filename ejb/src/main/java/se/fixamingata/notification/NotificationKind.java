package se.fixamingata.notification;

/** The mails that a person can get from us. Each says why it was sent. */
public enum NotificationKind {
    /** "Is this address yours?" Carries the secret link that makes the report public. */
    CONFIRM_REPORT,
    /** The report is public; what happens next. */
    REPORT_RECEIVED,
    /** The authority has the report. */
    REPORT_SENT
}
