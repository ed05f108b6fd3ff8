package se.fixamingata.bulk;

import java.util.Locale;

/** Where a bulk change stands. */
public enum BulkState {
    /** There is work left. */
    RUNNING,
    /** Somebody stopped it: what was changed stays changed, the rest was left alone. */
    CANCELLED,
    /** Every report was changed, or skipped with a reason. */
    DONE;

    /** In message keys and style names. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
