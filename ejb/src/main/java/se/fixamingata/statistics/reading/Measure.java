package se.fixamingata.statistics.reading;

import java.util.Locale;

/** What is counted. */
public enum Measure {
    REPORTED("reported", false),
    ANSWERED("answered", false),
    FIXED("fixed", false),
    /** Without being fixed. */
    CLOSED("closed", false),
    REOPENED("reopened", false),
    /** At the month's end; of the last month, at the cut-off. */
    OPEN("open_at_end", true),
    /** Open and past the day by which it was to be solved, at the month's end. */
    OVERDUE("overdue_at_end", true);

    private final String column;
    private final boolean stock;

    Measure(String column, boolean stock) {
        this.column = column;
        this.stock = stock;
    }

    String column() {
        return column;
    }

    /** Something that is there at the end of a month, and so is not added up over months: its sum is the last month's. */
    public boolean isStock() {
        return stock;
    }

    /** As it stands in addresses, in JSON and in message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
