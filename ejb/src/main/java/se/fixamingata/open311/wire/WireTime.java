package se.fixamingata.open311.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Moments as they travel. Written in UTC with whole seconds; read with or without seconds, fractions and zone, with a blank for the
 * {@code T} or for the plus sign, which forms eat, and as a day alone.
 *
 * <p>A time without zone is that of the server's place. In the hour that happens twice it is the first, and in the hour that does not
 * happen it is as much after the jump, as java.time has it.
 */
public final class WireTime {

    private static final Pattern MOMENT = Pattern.compile(
            "(\\d{4})-(\\d{2})-(\\d{2})(?:[T ](\\d{2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,12}))?)?)?"
                    + "\\s*(Z|[+\\- ]\\d{2}(?::?\\d{2})?(?::?\\d{2})?)?",
            Pattern.CASE_INSENSITIVE);
    private static final int NANO_DIGITS = 9;
    private static final int LONGEST = 60;

    private WireTime() {}

    /** As the specification wants it: {@code 2026-03-29T01:30:00Z}. */
    public static String text(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /**
     * The moment that is meant; empty when none is.
     *
     * @param zoneless where the clock stands when the text names no zone
     */
    public static Optional<Instant> parse(String text, ZoneId zoneless) {
        if (text == null || text.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher parts = MOMENT.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            LocalDateTime clock = clock(parts);
            String zone = parts.group(8);
            return Optional.of(zone == null ? clock.atZone(zoneless).toInstant() : clock.toInstant(offset(zone)));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static LocalDateTime clock(Matcher parts) {
        LocalDate day = LocalDate.of(number(parts.group(1)), number(parts.group(2)), number(parts.group(3)));
        if (parts.group(4) == null) {
            return day.atStartOfDay();
        }
        // A leap second, and the midnight at the end of a day.
        int second = Math.min(number(parts.group(6)), 59);
        int hour = number(parts.group(4));
        LocalDateTime time = day.atTime(hour == 24 ? 0 : hour, number(parts.group(5)), second, nanos(parts.group(7)));
        return hour == 24 ? time.plusDays(1) : time;
    }

    private static ZoneOffset offset(String zone) {
        if ("Z".equalsIgnoreCase(zone)) {
            return ZoneOffset.UTC;
        }
        return ZoneOffset.of(zone.replace(' ', '+'));
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int nanos(String fraction) {
        if (fraction == null) {
            return 0;
        }
        String cut = fraction.length() > NANO_DIGITS ? fraction.substring(0, NANO_DIGITS) : fraction;
        return Integer.parseInt(cut + "0".repeat(NANO_DIGITS - cut.length()));
    }
}
