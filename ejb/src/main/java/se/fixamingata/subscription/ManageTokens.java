package se.fixamingata.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixamingata.settings.ServerKeys;
import se.fixamingata.shared.SecretToken;

/** The link by which somebody without an account sees and changes what is sent to the address: which subscription's, and until when. */
@ApplicationScoped
public class ManageTokens {

    private static final String KEY = "manage-subscriptions";

    @Inject
    ServerKeys keys;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "fmg.subscription.manage.lifetime")
    Duration lifetime;

    private volatile SignedNumbers signed;

    /** For the container. */
    public ManageTokens() {}

    /** For tests. */
    public ManageTokens(ServerKeys keys, Clock clock, Duration lifetime) {
        this.keys = keys;
        this.clock = clock;
        this.lifetime = lifetime;
    }

    /** @param subscriptionId any of the address's */
    SecretToken of(long subscriptionId) {
        return signed().of(subscriptionId, clock.instant().plus(lifetime).getEpochSecond());
    }

    /**
     * What a token says.
     *
     * @param expired its time is over
     */
    record Said(long subscriptionId, boolean expired) {}

    /** Empty when it is none of ours; may be null. */
    Optional<Said> read(String token) {
        return SecretToken.parse(token)
                .flatMap(signed()::read)
                .map(pair -> new Said(pair.first(), !clock.instant().isBefore(Instant.ofEpochSecond(pair.second()))));
    }

    private SignedNumbers signed() {
        if (signed == null) {
            signed = new SignedNumbers(keys, KEY);
        }
        return signed;
    }
}
