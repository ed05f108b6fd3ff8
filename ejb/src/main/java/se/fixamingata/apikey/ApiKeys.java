package se.fixamingata.apikey;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import se.fixamingata.shared.SqlTime;

/** Who comes with a key. Always read fresh: a key revoked a second ago opens nothing. */
@Stateless
public class ApiKeys {

    /** So often at most a key's last use is written. */
    private static final Duration NOTED = Duration.ofMinutes(1);

    private static final String USED =
            "update api_key set last_used_at = ?1" + " where id = ?2 and (last_used_at is null or last_used_at < ?3)";

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    /** For the container. */
    public ApiKeys() {}

    /** For tests. */
    public ApiKeys(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    /**
     * Whose key that is, and notes that it was used.
     *
     * @param text as the client sent it; null or anything else is no key
     * @return empty for a key that there is not, or that is revoked: nobody learns which
     */
    public Optional<ApiClient> authenticate(String text) {
        Optional<ApiKey> key = ApiSecret.parse(text).flatMap(this::find);
        key.ifPresent(this::used);
        return key.map(ApiKey::client);
    }

    private Optional<ApiKey> find(ApiSecret secret) {
        return em.createNamedQuery("ApiKey.byHash", ApiKey.class)
                .setParameter("hash", secret.hash())
                .getResultStream()
                .findFirst();
    }

    private void used(ApiKey key) {
        Instant now = clock.instant();
        Instant due = now.minus(NOTED);
        if (key.lastUsedAt() == null || key.lastUsedAt().isBefore(due)) {
            em.createNativeQuery(USED)
                    .setParameter(1, SqlTime.text(now))
                    .setParameter(2, key.id())
                    .setParameter(3, SqlTime.text(due))
                    .executeUpdate();
        }
    }

    /**
     * Whether the key, good when the request came, still is. Whoever revokes it waits until this transaction ends: after that nothing
     * more is said with it.
     */
    public boolean isStillGood(ApiClient client) {
        return !em.createNativeQuery("select 1 from api_key where id = ?1 and revoked_at is null lock in share mode")
                .setParameter(1, client.keyId())
                .getResultList()
                .isEmpty();
    }
}
