package se.fixamingata.web.inbox;

import java.util.Locale;

/** The columns of the inbox that may be shown or left out; a report's title is always there. */
public enum InboxColumn {
    PHOTO(false),
    STATUS(true),
    CATEGORY(true),
    PRIORITY(false),
    ASSIGNEE(true),
    EXPECTED(false),
    /** A tag by the title says so when it matters. */
    DEADLINE(false),
    CONFIRMED(true),
    CHANGED(false);

    private final boolean usual;

    InboxColumn(boolean usual) {
        this.usual = usual;
    }

    /** Whether it is shown until somebody says otherwise. */
    boolean isUsual() {
        return usual;
    }

    /** In choices and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
