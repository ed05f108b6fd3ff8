package se.fixamingata.retention;

import java.time.Instant;
import java.time.LocalDate;
import se.fixamingata.jobs.timetable.CronTime;

/**
 * The night for which it is asked what has had its time. Periods of whole days end at the midnight before, so that a job that is stopped
 * and goes on, or runs late, takes what it would have taken; what has a link or a lease looks at the clock.
 *
 * @param cutOff that midnight; never in the future, whatever somebody has typed
 * @param now the moment itself
 */
public record RetentionNight(Instant cutOff, Instant now) {

    public RetentionNight {
        cutOff = CronTime.midnightBefore(cutOff.isAfter(now) ? now : cutOff);
    }

    /** The Swedish day that begins with that midnight. */
    public LocalDate day() {
        return cutOff.atZone(CronTime.ZONE).toLocalDate();
    }
}
