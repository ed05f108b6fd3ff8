package se.fixamingata.web.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Counts uses by address in token buckets. Each server counts for itself: the limits are there to keep one caller from crowding out
 * the others, not to bill anybody, so a factor of the number of servers does not matter.
 */
@ApplicationScoped
public class RateLimiter {

    /** A bucket that is full again tells nothing, and it is full after an hour at the latest. */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    /** Bounds the memory, also when somebody comes from a million addresses: about 200 bytes each. */
    private static final int MOST_CALLERS = 50_000;

    private final boolean enabled;
    private final Map<LimitedUse, Integer> perMinute = new EnumMap<>(LimitedUse.class);
    private final LoadingCache<Caller, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_CALLERS)
            .expireAfterAccess(REMEMBERED)
            .build(caller -> bucket(perMinute.get(caller.use())));

    @Inject
    public RateLimiter(
            @ConfigProperty(name = "fmg.limits.enabled") boolean enabled,
            @ConfigProperty(name = "fmg.limit.search") int search,
            @ConfigProperty(name = "fmg.limit.report") int report,
            @ConfigProperty(name = "fmg.limit.comment") int comment,
            @ConfigProperty(name = "fmg.limit.photo") int photo,
            @ConfigProperty(name = "fmg.limit.signin") int signIn,
            @ConfigProperty(name = "fmg.limit.picture") int picture,
            @ConfigProperty(name = "fmg.limit.api") int api) {
        this.enabled = enabled;
        perMinute.put(LimitedUse.SEARCH, search);
        perMinute.put(LimitedUse.REPORT, report);
        perMinute.put(LimitedUse.COMMENT, comment);
        perMinute.put(LimitedUse.PHOTO, photo);
        perMinute.put(LimitedUse.SIGN_IN, signIn);
        perMinute.put(LimitedUse.PICTURE, picture);
        perMinute.put(LimitedUse.API, api);
    }

    /** For the container's proxy. */
    protected RateLimiter() {
        this.enabled = false;
    }

    /** Counts one use. Zero when it is within the limit, else how long to wait, rounded up to a second. */
    Duration use(LimitedUse use, String caller) {
        if (!enabled) {
            return Duration.ZERO;
        }
        ConsumptionProbe probe = buckets.get(new Caller(use, caller)).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : seconds(probe.getNanosToWaitForRefill());
    }

    /** Rounded up, at least one: what {@code Retry-After} says. */
    static Duration seconds(long nanos) {
        return Duration.ofSeconds(
                Math.max(1, Duration.ofNanos(nanos + 999_999_999).toSeconds()));
    }

    private static Bucket bucket(int perMinute) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
    }

    private record Caller(LimitedUse use, String address) {}
}
