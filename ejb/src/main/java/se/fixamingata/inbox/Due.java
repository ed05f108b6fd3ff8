package se.fixamingata.inbox;

import java.util.Locale;

/** How the day that residents were promised lies to today. */
public enum Due {
    /** It has passed. */
    PASSED,
    /** It is today or within the next seven days. */
    WEEK,
    /** None was promised. */
    NONE;

    /** In addresses and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
