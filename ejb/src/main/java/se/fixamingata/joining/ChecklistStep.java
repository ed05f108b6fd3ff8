package se.fixamingata.joining;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The nine points of the seed's checklist for a new municipality, in its order. */
public enum ChecklistStep {
    MAP,
    POSTCODES,
    /** Seen: something has reached the authority on the way that it has chosen. */
    INTEGRATION,
    /** Seen when it has chosen; ticked by hand when the standard list suits it. */
    CATEGORIES,
    /** Seen: no category is without somebody who gets its reports. */
    RECIPIENTS,
    /** That they know is ticked by hand; that at least one of them has come is seen. */
    STAFF,
    PILOT,
    LINK,
    STATISTICS;

    /** As it stands in forms and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether somebody can tick it. */
    public boolean isTicked() {
        return this != INTEGRATION && this != RECIPIENTS;
    }

    /** The one with that code; empty for none, and for null. */
    public static Optional<ChecklistStep> find(String code) {
        return Arrays.stream(values()).filter(step -> step.code().equals(code)).findFirst();
    }
}
