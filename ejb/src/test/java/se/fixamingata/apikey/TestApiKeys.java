package se.fixamingata.apikey;

import jakarta.persistence.EntityManager;
import java.util.Set;
import se.fixamingata.TestClock;

/** Keys without anybody who made them. */
public final class TestApiKeys {

    private TestApiKeys() {}

    /** A good key, written. */
    public static ApiClient client(EntityManager em, TestClock clock, String authority, Scope... scopes) {
        ApiSecret secret = ApiSecret.random();
        ApiKeyFields fields = new ApiKeyFields("Systemet " + secret.prefix(), Set.of(scopes), true);
        ApiKey key = new ApiKey(authority, fields, secret, null, clock.instant());
        em.persist(key);
        em.flush();
        return key.client();
    }

    /** Somebody revokes it. */
    public static void revoke(EntityManager em, TestClock clock, ApiClient client) {
        em.createNativeQuery("update api_key set revoked_at = utc_timestamp(6) where id = ?1")
                .setParameter(1, client.keyId())
                .executeUpdate();
        em.clear();
    }
}
