package se.fixamingata.report;

import java.util.Locale;

/** How urgent the authority finds a report; nobody else sees it. */
public enum Priority {
    LOW,
    NORMAL,
    HIGH,
    URGENT;

    /** In message keys and URLs. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
