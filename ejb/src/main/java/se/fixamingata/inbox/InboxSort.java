package se.fixamingata.inbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what an inbox is sorted. */
public enum InboxSort {
    /** When it became the authority's. */
    CONFIRMED,
    /** When it changed last. */
    CHANGED,
    PRIORITY,
    /** The day that residents were promised; those without one come last either way. */
    EXPECTED,
    /** The day by which it is to be solved; what is not open, and has none, comes last either way. */
    DEADLINE,
    /** Along the way from reported to closed. */
    STATUS,
    /** As the list of categories goes. */
    CATEGORY;

    /** In addresses and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<InboxSort> find(String code) {
        return Arrays.stream(values()).filter(sort -> sort.code().equals(code)).findFirst();
    }
}
