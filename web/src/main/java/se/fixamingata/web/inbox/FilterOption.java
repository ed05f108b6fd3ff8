package se.fixamingata.web.inbox;

/**
 * Something to choose in a filter.
 *
 * @param label in words
 * @param chosen whether it is in force
 */
public record FilterOption(String value, String label, boolean chosen) {

    /** For the attribute of a box to tick; null leaves the attribute out. */
    public String checked() {
        return chosen ? "checked" : null;
    }

    /** For the attribute of an option; null leaves the attribute out. */
    public String selected() {
        return chosen ? "selected" : null;
    }
}
