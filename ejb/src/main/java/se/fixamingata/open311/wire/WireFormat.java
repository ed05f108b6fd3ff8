package se.fixamingata.open311.wire;

import java.util.Locale;

/** The two dialects of Open311, chosen by the end of the address. */
public enum WireFormat {
    XML,
    JSON;

    /** As it stands in an address, without the dot. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }
}
