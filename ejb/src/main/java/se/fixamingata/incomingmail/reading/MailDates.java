package se.fixamingata.incomingmail.reading;

import java.io.StringReader;
import java.time.Instant;
import java.util.Optional;
import org.apache.james.mime4j.field.datetime.parser.DateTimeParser;
import org.apache.james.mime4j.field.datetime.parser.ParseException;
import org.apache.james.mime4j.field.datetime.parser.TokenMgrError;

/** Moments as mails write them (RFC 5322, 3.3). */
final class MailDates {

    private static final int LENGTH_MAX = 100;

    private MailDates() {}

    static Optional<Instant> read(String text) {
        try {
            return Optional.of(new DateTimeParser(new StringReader(cut(text)))
                    .parseAll()
                    .getDate()
                    .toInstant());
        } catch (ParseException | TokenMgrError | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static String cut(String text) {
        return text.length() <= LENGTH_MAX ? text : text.substring(0, LENGTH_MAX);
    }
}
