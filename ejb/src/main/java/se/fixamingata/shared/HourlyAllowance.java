package se.fixamingata.shared;

import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How much is left of a limit of so many an hour.
 *
 * @param left how many more are allowed now
 * @param minutes until one more is allowed; 0 while some are left
 */
public record HourlyAllowance(int left, int minutes) {

    private static final Duration HOUR = Duration.ofHours(1);

    /**
     * What is left now.
     *
     * @param moments asks when it happened after {@code :since}, oldest first
     */
    public static HourlyAllowance of(TypedQuery<Instant> moments, int limit, Instant now) {
        return of(moments.setParameter("since", now.minus(HOUR)).getResultList(), limit, now);
    }

    /** @param oldestFirst when it happened within the last hour */
    static HourlyAllowance of(List<Instant> oldestFirst, int limit, Instant now) {
        int left = limit - oldestFirst.size();
        if (left > 0) {
            return new HourlyAllowance(left, 0);
        }
        // One more is allowed as soon as fewer than the limit lie within the hour.
        Instant free = limit == 0 ? now.plus(HOUR) : oldestFirst.get(-left).plus(HOUR);
        return new HourlyAllowance(0, (int) (Duration.between(now, free).toSeconds() / 60 + 1));
    }

    public boolean isUsedUp() {
        return left <= 0;
    }
}
