package se.fixamingata.subscription;

/** What somebody wants to be told of. */
public enum SubscriptionKind {
    /** One report: whatever happens to it. */
    REPORT,
    /** New reports in a municipality; in the mails of a day or a week also what was fixed there. */
    MUNICIPALITY,
    /** The same of one category. */
    CATEGORY,
    /** The same within so many metres of a place. */
    CIRCLE
}
