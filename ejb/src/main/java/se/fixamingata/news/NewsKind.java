package se.fixamingata.news;

/** What is told of a report. */
public enum NewsKind {
    /** It has become public there: reported, shown, or moved in. Told at once, and in the mails of a day or a week. */
    NEW,
    /** It was fixed. Told in the mails of a day or a week. */
    FIXED
}
