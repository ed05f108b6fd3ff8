package se.fixamingata.inbox;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * When a report became the authority's. Days of the calendar are Sweden's, ages count from now and so move on with the clock.
 *
 * @param since on that day or later; null for any
 * @param before earlier than that day; null for any
 * @param newerThan at most so many days ago; null for any
 * @param olderThan more than so many days ago; null for any
 */
public record InboxPeriod(LocalDate since, LocalDate before, Integer newerThan, Integer olderThan) {

    public static final InboxPeriod ANY = new InboxPeriod(null, null, null, null);

    /** Most days of an age. */
    public static final int DAYS_MAX = 3_650;

    static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    /** The first moment that fits; null for any. */
    Instant from(Instant now) {
        Instant day = since == null ? null : since.atStartOfDay(SWEDEN).toInstant();
        Instant age = newerThan == null ? null : now.minus(Duration.ofDays(newerThan));
        return day == null || age != null && age.isAfter(day) ? age : day;
    }

    /** The first moment that is too late; null for none. */
    Instant to(Instant now) {
        Instant day = before == null ? null : before.atStartOfDay(SWEDEN).toInstant();
        Instant age = olderThan == null ? null : now.minus(Duration.ofDays(olderThan));
        return day == null || age != null && age.isBefore(day) ? age : day;
    }
}
