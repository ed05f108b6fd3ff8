package se.fixamingata.moderation;

import java.util.Locale;

/** What kinds of things stand on a report's page. */
public enum SubjectKind {
    /** Its title and its text. */
    REPORT,
    /** What somebody wrote later. */
    UPDATE,
    /** One picture, of the report or of an update. */
    PHOTO;

    /** In addresses, forms and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
