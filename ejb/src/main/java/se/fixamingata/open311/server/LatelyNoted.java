package se.fixamingata.open311.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Which refusals this server has noted within the hour, so that a thousand of a kind cost nothing more. Forgets the oldest when full. */
@ApplicationScoped
public class LatelyNoted {

    private static final Duration REMEMBERED = Duration.ofHours(1);

    /** Kinds of all keys together: a few statuses, methods and resources each. */
    private static final int MOST = 10_000;

    private record Kind(long keyId, String of) {}

    private final Cache<Kind, Instant> noted =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private Clock clock;

    /** For the container's proxy. */
    protected LatelyNoted() {}

    @Inject
    public LatelyNoted(Clock clock) {
        this.clock = clock;
    }

    /** Whether nothing of that kind has been noted for that key within the hour; from now on it has. */
    boolean isNew(long keyId, String kind) {
        Instant now = clock.instant();
        Instant known = noted.asMap()
                .merge(
                        new Kind(keyId, kind),
                        now,
                        (before, again) -> before.plus(REMEMBERED).isAfter(again) ? before : again);
        return known == now;
    }
}
