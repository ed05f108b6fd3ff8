package se.fixamingata.web.statistics.sheet;

/**
 * One figure of a table.
 *
 * @param shown as the page writes it
 * @param value as files write it; null when it is not shown, or there is none
 * @param kind why there is no value, if there is none
 * @param address of the reports behind it; empty for none
 */
public record Cell(String shown, Object value, Kind kind, String address) {

    /** Whether there is a value. */
    public enum Kind {
        SHOWN,
        /** It could tell of single persons. */
        HIDDEN,
        /** There is no such figure: half of them are not fixed yet, or nobody knows how many live there. */
        NONE
    }

    public boolean hidden() {
        return kind == Kind.HIDDEN;
    }

    /** Whether it leads to the reports behind it. */
    public boolean linked() {
        return !address.isEmpty();
    }
}
