package se.fixamingata.secretlink;

/** What a secret link is good for. */
public enum Purpose {
    /** Confirms the report, thereby showing that the address is the reporter's (R11). */
    CONFIRM_REPORT,
    /** Confirms an update (R13); about the update. */
    CONFIRM_UPDATE,
    /** Confirms that somebody wants to follow a report (R15); about the subscription. */
    CONFIRM_FOLLOW,
    /** Confirms that somebody wants to watch an area (P8); about the subscription. */
    CONFIRM_SUBSCRIPTION,
    /** Ends a subscription (RFC 8058); about the subscription. */
    UNSUBSCRIBE,
    /** Shows that somebody is the reporter: sees it although it is private, reopens it (P5, P10). */
    REPORTER,
    /** "Is it fixed?" (P10, R29). */
    QUESTION,
    /** Lets an authority without accounts handle this one report (R22). */
    HANDLE,
    /** Brings an authority's reply by mail back to the report (R21); about the delivery whose letter is answered, if it is one. */
    REPLY,
    /** Signs in; about the account. Also proves the address of a new account. */
    SIGN_IN,
    /** Invites somebody to an authority, or as an operator; about the invitation. */
    INVITATION
}
