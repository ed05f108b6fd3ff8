package se.fixamingata.apikey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import se.fixamingata.shared.OneAtATime;

/** A key that is known beforehand, so that a demonstration can print it. Never for anything else: whoever reads the print has it. */
@ApplicationScoped
public class ReadyKeys {

    @Inject
    EntityManager em;

    @Inject
    OneAtATime turns;

    @Inject
    Clock clock;

    /** For the container. */
    public ReadyKeys() {}

    /** For tests. */
    public ReadyKeys(EntityManager em, OneAtATime turns, Clock clock) {
        this.em = em;
        this.turns = turns;
        this.clock = clock;
    }

    /**
     * Needs a transaction. A key that was there before stays as it is, also when it has been revoked.
     *
     * @param text {@code fmg_} and 43 characters
     * @throws IllegalArgumentException when that can be no key
     */
    public void give(String authorityCode, ApiKeyFields fields, String text) {
        turns.enter("apikeys:" + authorityCode);
        ApiSecret secret = ApiSecret.parse(text).orElseThrow(() -> new IllegalArgumentException("Not a key"));
        boolean known = em.createNamedQuery("ApiKey.anyByHash", ApiKey.class)
                .setParameter("hash", secret.hash())
                .getResultStream()
                .findFirst()
                .isPresent();
        if (!known) {
            em.persist(new ApiKey(authorityCode, fields, secret, null, clock.instant()));
        }
    }
}
