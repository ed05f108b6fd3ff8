package se.fixamingata.shared;

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

    /** What happened before that moment no longer counts. */
    public static Instant since(Instant now) {
        return now.minus(HOUR);
    }

    /** @param oldestFirst when it happened within the last hour */
    public static HourlyAllowance of(List<Instant> oldestFirst, int limit, Instant now) {
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
