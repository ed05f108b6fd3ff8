package se.fixamingata.moderation;

import java.util.Locale;

/** What somebody who may moderate has decided about what readers had reported. */
public enum Verdict {
    /** It may stand there. */
    KEPT,
    /** It may stand there in other words. */
    EDITED,
    /** It is hidden. */
    HIDDEN,
    /** It is gone for good. */
    DELETED;

    /** In message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
