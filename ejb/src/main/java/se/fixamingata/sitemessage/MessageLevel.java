package se.fixamingata.sitemessage;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How much it matters. */
public enum MessageLevel {
    INFORMATION,
    WARNING;

    /** As it stands in forms. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<MessageLevel> find(String code) {
        return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
