package se.fixamingata.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.Optional;
import se.fixamingata.shared.SecretToken;

/** The drafts that have not expired. */
@ApplicationScoped
class Drafts {

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    /** For the container. */
    Drafts() {}

    /** For tests. */
    Drafts(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    void add(Draft draft) {
        em.persist(draft);
    }

    Optional<Draft> find(SecretToken token) {
        return find(token, LockModeType.NONE);
    }

    /** The draft, its row locked until the transaction ends: two requests with the same form come one after the other. */
    Optional<Draft> lock(SecretToken token) {
        return find(token, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The draft whose time is over and that has not been cleared away yet. */
    Optional<Draft> findExpired(SecretToken token) {
        return em.createNamedQuery("Draft.findExpired", Draft.class)
                .setParameter("hash", token.hash())
                .setParameter("now", clock.instant())
                .getResultStream()
                .findFirst();
    }

    /** Deletes it at once, so that its secret is free. */
    void remove(Draft draft) {
        em.remove(draft);
        em.flush();
    }

    private Optional<Draft> find(SecretToken token, LockModeType lock) {
        return em.createNamedQuery("Draft.find", Draft.class)
                .setParameter("hash", token.hash())
                .setParameter("now", clock.instant())
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }
}
