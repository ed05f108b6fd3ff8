package se.fixamingata.open311.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;

/** The authorities' servers, always read fresh. */
@ApplicationScoped
public class Endpoints {

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

    /** A new one. Needs a transaction. */
    public void add(Endpoint endpoint) {
        em.persist(endpoint);
    }
}
