package se.fixamingata.oidc;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import se.fixamingata.settings.SecretBox;

/** The authorities' providers. */
@ApplicationScoped
public class Providers {

    /** The purpose under which clients' secrets are locked away. */
    static final String SECRET = "oidc.client-secret";

    private static final Duration REMEMBERED = Duration.ofSeconds(15);

    @Inject
    EntityManager em;

    @Inject
    SecretBox box;

    private final LoadingCache<Boolean, List<String>> enabled =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).build(always -> readEnabled());

    /** For the container. */
    public Providers() {}

    /** For tests. */
    Providers(EntityManager em, SecretBox box) {
        this.em = em;
        this.box = box;
    }

    /** Codes of the authorities whose staff can sign in through their provider; remembered for a moment, since the door asks each time. */
    public List<String> enabled() {
        return enabled.get(true);
    }

    private List<String> readEnabled() {
        return em.createNamedQuery("AuthoritySignIn.enabled", String.class).getResultList();
    }

    /** The provider in use, read now; empty when there is none. */
    Optional<Provider> find(String authorityCode) {
        return read(authorityCode).filter(AuthoritySignIn::isOidcEnabled).map(this::provider);
    }

    /** The provider as it was registered, in use or not. */
    Optional<Provider> registered(String authorityCode) {
        return read(authorityCode)
                .filter(row -> row.issuer() != null && row.clientSecret() != null)
                .map(this::provider);
    }

    private Optional<AuthoritySignIn> read(String authorityCode) {
        return Optional.ofNullable(em.find(AuthoritySignIn.class, authorityCode));
    }

    private Provider provider(AuthoritySignIn row) {
        String secret = new String(box.open(SECRET, row.authorityCode(), row.clientSecret()), StandardCharsets.UTF_8);
        return new Provider(row.authorityCode(), row.issuer(), row.clientId(), secret);
    }
}
