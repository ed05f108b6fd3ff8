package se.fixamingata.web.statistics.sheet;

/**
 * A column of figures.
 *
 * @param key its name in addresses and in JSON
 * @param label its heading on the page and in CSV
 * @param address that sorts the table by it; empty when it does not sort
 * @param sorted whether the table is sorted by it
 */
public record Column(String key, String label, String address, boolean sorted) {

    public Column(String key, String label) {
        this(key, label, "", false);
    }

    public boolean sorting() {
        return !address.isEmpty();
    }

    /** For {@code aria-sort}; null leaves it out. */
    public String aria() {
        return sorted ? "other" : null;
    }
}
