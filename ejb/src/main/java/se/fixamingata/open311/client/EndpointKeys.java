package se.fixamingata.open311.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import se.fixamingata.settings.SecretBox;

/** The keys that authorities have given us to their servers; readable to nobody who has the database alone. */
@ApplicationScoped
public class EndpointKeys {

    private static final String PURPOSE = "open311";

    private final SecretBox box;
    private final Clock clock;

    /** For the container's proxies. */
    protected EndpointKeys() {
        this(null, null);
    }

    @Inject
    public EndpointKeys(SecretBox box, Clock clock) {
        this.box = box;
        this.clock = clock;
    }

    /**
     * Keeps it with its endpoint.
     *
     * @param key null or blank for none
     */
    public void set(Endpoint endpoint, String key) {
        byte[] locked = key == null || key.isBlank()
                ? null
                : box.lock(PURPOSE, owner(endpoint), key.strip().getBytes(StandardCharsets.UTF_8));
        endpoint.keepKey(locked, clock.instant());
    }

    /** As the authority gave it; empty for none. */
    String of(Endpoint endpoint) {
        byte[] locked = endpoint.lockedKey();
        return locked == null ? "" : new String(box.open(PURPOSE, owner(endpoint), locked), StandardCharsets.UTF_8);
    }

    private static String owner(Endpoint endpoint) {
        return "authority:" + endpoint.authorityCode();
    }
}
