package se.fixamingata.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.Optional;
import se.fixamingata.shared.SecretToken;

/** The comments being written that have not expired. */
@ApplicationScoped
class CommentDrafts {

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    /** For the container. */
    CommentDrafts() {}

    /** For tests. */
    CommentDrafts(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    void add(CommentDraft draft) {
        em.persist(draft);
    }

    Optional<CommentDraft> find(SecretToken token, long reportId) {
        return find("CommentDraft.find", token, reportId, LockModeType.NONE);
    }

    /** The draft, its row locked until the transaction ends: two requests with the same form come one after the other. */
    Optional<CommentDraft> lock(SecretToken token, long reportId) {
        return find("CommentDraft.find", token, reportId, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Deletes the one whose time is over, with its photos, so that its secret is free. */
    void clear(SecretToken token, long reportId) {
        find("CommentDraft.findExpired", token, reportId, LockModeType.NONE).ifPresent(expired -> {
            em.remove(expired);
            em.flush();
        });
    }

    private Optional<CommentDraft> find(String query, SecretToken token, long reportId, LockModeType lock) {
        return em.createNamedQuery(query, CommentDraft.class)
                .setParameter("hash", token.hash())
                .setParameter("report", reportId)
                .setParameter("now", clock.instant())
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }
}
