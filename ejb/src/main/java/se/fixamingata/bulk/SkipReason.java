package se.fixamingata.bulk;

import java.util.Locale;

/** Why a selected report was left alone. */
public enum SkipReason {
    /** The status cannot follow on the one that it has by now. */
    STATUS,
    /** It is another authority's by now, or not this person's business any more. */
    NOT_YOURS,
    /** It is a duplicate: what happens to its main report holds for it too. */
    MERGED,
    /** Something that the single report's page would explain. */
    OTHER;

    /** In message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
