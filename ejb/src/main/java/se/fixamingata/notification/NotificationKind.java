package se.fixamingata.notification;

/**
 * The mails that a person can get from us. Each says why it was sent. What a mail says is written by the {@link MailContent} that
 * knows its kind; its template is named after it: {@code confirm-report.sv.txt}.
 */
public enum NotificationKind {
    /** "Is this address yours?" Carries the secret link that makes the report public. */
    CONFIRM_REPORT,
    /** The report is public; what happens next. */
    REPORT_RECEIVED,
    /** The authority has the report. */
    REPORT_SENT,
    /** To the reporter: the authority has answered, or the status has changed; about the history entry. Asks "is it?" when fixed. */
    REPORT_ANSWERED,
    /** To a reporter of several reports that were answered all at once; about that change. */
    REPORTS_ANSWERED,
    /** To a follower: as {@link #REPORT_ANSWERED}; about the history entry, with a link that ends the subscription. */
    FOLLOWED_REPORT_ANSWERED,
    /** To reporter and followers: another resident has written; about the history entry. */
    REPORT_COMMENTED,
    /**
     * To the authority: a resident has written about a report that it has; about the history entry. To whom is decided when it is sent,
     * and until there is an address it waits.
     */
    UPDATE_TO_AUTHORITY,
    /** To the reporter: the authority asks something; about the history entry. */
    QUESTION_TO_REPORTER,
    /** "Is this address yours?", for an update; about the update. */
    CONFIRM_UPDATE,
    /** "Is this address yours?", for following; about the subscription. */
    CONFIRM_FOLLOW,
    /** The same for watching an area; about the subscription. */
    CONFIRM_SUBSCRIPTION,
    /** To who watches an area and wants to know at once: a new report; about the subscription, which a link in it ends. */
    NEWS_IN_AREA,
    /** What has happened in a day or a week; about the digest, all of whose kind a link in it ends. */
    DIGEST,
    /** Carries the link that signs in; about the account, or about nothing when there is none yet. */
    SIGN_IN_LINK,
    /** Somebody may work here; about the invitation. */
    INVITATION,
    /** "Was it you?" The account's password or second factor is not what it was; about what exactly, as a number. */
    SECURITY_CHANGED,
    /** The account will be erased unless somebody signs in; about the account. */
    ACCOUNT_UNUSED,
    /** To the operator, and to whom an authority has named: nothing goes through to it; about the alarm. */
    INTEGRATION_ALARM,
    /** To the same: it does again; about the alarm. */
    INTEGRATION_MENDED,
    /** To the operator: a job hangs, or has failed; about the run. */
    JOB_TROUBLE,
    /** To the reporter: is it fixed? About the cause for asking; a link in it ends all such mails. */
    FIXED_QUESTION,
    /** To whoever is to handle reports, or to the administrators: what is late; about that morning's digest. */
    DEADLINE_REMINDER,
    /** To an authority's administrators: replies by mail wait for approval; about that day's telling. */
    REPLIES_WAIT,
    /** To a municipality's administrators: what the month was like; about that letter. */
    MONTHLY_LETTER
}
