package se.fixamingata.open311.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import se.fixamingata.shared.SqlTime;

/** The authorities' servers, always read fresh. */
@ApplicationScoped
public class Endpoints {

    private static final String ASK_NOW =
            """
            update open311_endpoint set next_poll_at = ?1
             where authority_code = ?2 and next_poll_at > ?1 and poll_failures > 0 and lease_owner is null""";

    @Inject
    EntityManager em;

    /** For the container. */
    public Endpoints() {}

    /** For tests. */
    public Endpoints(EntityManager em) {
        this.em = em;
    }

    /** Empty for an authority without a server of its own. */
    public Optional<Endpoint> find(String authorityCode) {
        return Optional.ofNullable(em.find(Endpoint.class, authorityCode));
    }

    /** As {@link #find}, and nobody else changes it before the end of the transaction: whoever polls it writes its row, too. */
    public Optional<Endpoint> locked(String authorityCode) {
        return Optional.ofNullable(em.find(Endpoint.class, authorityCode, LockModeType.PESSIMISTIC_WRITE));
    }

    /**
     * Their server is asked now what has happened, though it did not answer lately. Needs a transaction.
     *
     * @return whether that was to take longer
     */
    public boolean askNow(String authorityCode, Instant now) {
        return em.createNativeQuery(ASK_NOW)
                        .setParameter(1, SqlTime.text(now))
                        .setParameter(2, authorityCode)
                        .executeUpdate()
                > 0;
    }

    /** A new one. Needs a transaction. */
    public void add(Endpoint endpoint) {
        em.persist(endpoint);
    }
}
