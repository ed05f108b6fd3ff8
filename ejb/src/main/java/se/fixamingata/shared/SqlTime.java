package se.fixamingata.shared;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * Moments in native SQL, exact in whatever time zone the server runs: a {@code java.sql.Timestamp} would lose the hour that the
 * clocks skip in spring. Queries select {@code timestampdiff(microsecond, '1970-01-01', column)} and compare with the text.
 */
public final class SqlTime {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

    private SqlTime() {}

    /** The moment as the database writes a {@code datetime(6)} in UTC. */
    public static String text(Instant moment) {
        return FORM.format(moment);
    }

    /** The expression that reads the column as microseconds since 1970, for {@link #instant}. */
    public static String micros(String column) {
        return "timestampdiff(microsecond, '1970-01-01', " + column + ")";
    }

    /** The moment that many microseconds after 1970; null for null. */
    public static Instant instant(Object micros) {
        return micros == null ? null : Instant.EPOCH.plus(((Number) micros).longValue(), ChronoUnit.MICROS);
    }
}
