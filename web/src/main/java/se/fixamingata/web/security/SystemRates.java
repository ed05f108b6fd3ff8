package se.fixamingata.web.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How often a system may call: by its key, since a whole region's systems may stand behind one address; by its address, like anybody,
 * while it has none. Each server counts for itself, as {@link RateLimiter} does.
 */
@ApplicationScoped
public class SystemRates {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST_KEYS = 10_000;

    private final boolean enabled;
    private final int perSecond;
    private final RateLimiter addresses;
    private final ClientAddress clients;
    private final LoadingCache<Long, Bucket> keys = Caffeine.newBuilder()
            .maximumSize(MOST_KEYS)
            .expireAfterAccess(REMEMBERED)
            .build(key -> bucket());

    /** @param perSecond calls with one key a second; so many at once, too */
    @Inject
    public SystemRates(
            @ConfigProperty(name = "fmg.limits.enabled") boolean enabled,
            @ConfigProperty(name = "fmg.limit.key") int perSecond,
            @ConfigProperty(name = "fmg.trusted.proxies") Optional<String> trustedProxies,
            RateLimiter addresses) {
        this.enabled = enabled;
        this.perSecond = perSecond;
        this.addresses = addresses;
        this.clients = new ClientAddress(trustedProxies.orElse(""));
    }

    /** For the container's proxy. */
    protected SystemRates() {
        this(false, 1, Optional.empty(), null);
    }

    /** Counts a call with that key. Zero when it is within the limit, else how long to wait, rounded up to a second. */
    public Duration useKey(long keyId) {
        if (!enabled) {
            return Duration.ZERO;
        }
        ConsumptionProbe probe = keys.get(keyId).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : RateLimiter.seconds(probe.getNanosToWaitForRefill());
    }

    /** Counts a call without a good key, among all other programs' calls from there. */
    public Duration useAddress(HttpServletRequest request) {
        return addresses.use(LimitedUse.API, clients.of(request));
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }
}
