package se.fixamingata.web.export;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A value as people read it on paper. */
final class PlainText {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private PlainText() {}

    static String text(Object value) {
        if (value instanceof LocalDateTime moment) {
            return MINUTE.format(moment);
        }
        return value == null ? "" : value.toString();
    }
}
