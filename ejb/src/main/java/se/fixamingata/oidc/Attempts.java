package se.fixamingata.oidc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import se.fixamingata.settings.SecretBox;

/** Attempts as texts that only we can write and read. Any server of ours takes back what another has given out. */
@ApplicationScoped
class Attempts {

    private static final String PURPOSE = "oidc.attempt";
    private static final String OWNER = "browser";

    /** Longer than any of ours, target included. */
    private static final int MOST = 1600;

    @Inject
    SecretBox box;

    @Inject
    Clock clock;

    /** For the container. */
    Attempts() {}

    /** For tests. */
    Attempts(SecretBox box, Clock clock) {
        this.box = box;
        this.clock = clock;
    }

    String seal(Attempt attempt) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(box.lock(PURPOSE, OWNER, attempt.bytes()));
    }

    /** Empty when it is none of ours, was changed, or began too long ago. */
    Optional<Attempt> open(String sealed) {
        if (sealed == null || sealed.isEmpty() || sealed.length() > MOST) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(sealed);
            return Optional.of(Attempt.of(box.open(PURPOSE, OWNER, bytes)))
                    .filter(attempt -> !attempt.isOver(clock.instant()));
        } catch (RuntimeException notOurs) {
            return Optional.empty();
        }
    }
}
