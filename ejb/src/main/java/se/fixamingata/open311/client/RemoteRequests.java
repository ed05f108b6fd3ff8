package se.fixamingata.open311.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** What reports are called in the authorities' systems. */
@ApplicationScoped
public class RemoteRequests {

    private static final Duration FIRST_LOOK = Duration.ofMinutes(1);

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    /** For the container. */
    public RemoteRequests() {}

    /** For tests. */
    public RemoteRequests(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    /** Empty while the delivery has not arrived. */
    public Optional<RemoteRequest> find(long deliveryId) {
        return Optional.ofNullable(em.find(RemoteRequest.class, deliveryId));
    }

    /** The report that their system calls so; empty for one that did not come from us. */
    public Optional<RemoteRequest> byNumber(String authorityCode, String number) {
        return em.createNamedQuery("RemoteRequest.byNumber", RemoteRequest.class)
                .setParameter("authority", authorityCode)
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }

    Optional<RemoteRequest> lock(long deliveryId) {
        return Optional.ofNullable(em.find(RemoteRequest.class, deliveryId, LockModeType.PESSIMISTIC_WRITE));
    }

    /**
     * Keeps what their system calls it, once. Needs a transaction.
     *
     * @return whether the name is its own; false when another report has that number already, so that this one has none
     */
    boolean keep(long deliveryId, long reportId, String authorityCode, RemoteName name) {
        if (find(deliveryId).isPresent()) {
            return true;
        }
        RemoteRequest made = new RemoteRequest(deliveryId, reportId, authorityCode, clock.instant());
        boolean taken = !name.number().isEmpty()
                && byNumber(authorityCode, name.number()).isPresent();
        if (!name.number().isEmpty() && !taken) {
            made.numbered(name.number());
        } else if (!name.token().isEmpty() && name.number().isEmpty()) {
            made.waiting(name.token(), clock.instant().plus(FIRST_LOOK));
        }
        em.persist(made);
        return !taken;
    }
}
