package se.fixamingata.report;

import java.util.Locale;

/** What a resident wants to know of a status: is somebody to do something, was it mended, or is it over without that. */
public enum StatusGroup {
    OPEN,
    FIXED,
    CLOSED;

    /** As it stands in URLs and in our JSON: lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
