package se.fixamingata.moderation;

import java.util.Locale;

/** Words that a moderator may change. */
public enum ModeratedField {
    /** A report's. */
    TITLE,
    /** A report's. */
    DESCRIPTION,
    /** An update's. */
    TEXT,
    /** Of who reported, or wrote the update. */
    NAME;

    /** In message keys and history. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
