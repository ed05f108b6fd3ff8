package se.fixamingata.secretlink;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import se.fixamingata.shared.SecretToken;

/**
 * All secret links. Several may be good for one report at once: each mail carries its own, so that the one found first works.
 *
 * <p>A link outlives its time and its use, so that its holder is told what happened instead of "no such link"; it goes with its report.
 */
@ApplicationScoped
public class SecretLinks {

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    /** For the container. */
    public SecretLinks() {}

    /** For tests. */
    public SecretLinks(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    /**
     * Makes a new secret. Needs a transaction.
     *
     * @return the only copy of the secret: it goes into the mail and nowhere else
     */
    public SecretToken issue(Purpose purpose, long reportId, Duration lifetime) {
        return issue(purpose, reportId, null, lifetime);
    }

    /**
     * Makes a new secret that is about something of a report, or about no report. Needs a transaction.
     *
     * @param reportId null for what is not about a report
     * @param subjectId what it is about, as the purpose says; null for the report itself
     */
    public SecretToken issue(Purpose purpose, Long reportId, Long subjectId, Duration lifetime) {
        SecretToken token = SecretToken.random();
        Instant now = clock.instant();
        em.persist(new SecretLink(token, purpose, reportId, subjectId, now, now.plus(lifetime)));
        return token;
    }

    /** The link with that secret and that purpose, also when it is used or its time is over. */
    public Optional<SecretLink> find(SecretToken token, Purpose purpose) {
        return em.createNamedQuery("SecretLink.find", SecretLink.class)
                .setParameter("hash", token.hash())
                .setParameter("purpose", purpose)
                .getResultStream()
                .findFirst();
    }

    /**
     * Whether the link, found earlier in this transaction, is still there: it may have been revoked since. Its row stays locked until
     * the transaction ends.
     */
    public boolean isStillThere(SecretLink link) {
        return !em.createNativeQuery("select 1 from secret_link where token_hash = ?1 for update")
                .setParameter(1, link.tokenHash())
                .getResultList()
                .isEmpty();
    }

    /** Makes the unused links of that report worthless, for example because they went to a wrong address. Needs a transaction. */
    public int revoke(Purpose purpose, long reportId) {
        return em.createNamedQuery("SecretLink.revoke")
                .setParameter("report", reportId)
                .setParameter("purpose", purpose)
                .executeUpdate();
    }

    /** Makes the unused links about that subject worthless. Needs a transaction. */
    public int revokeOfSubject(Purpose purpose, long subjectId) {
        return em.createNamedQuery("SecretLink.revokeOfSubject")
                .setParameter("subject", subjectId)
                .setParameter("purpose", purpose)
                .executeUpdate();
    }

    /** Makes all links of that report worthless, used or not, and remembers it, so that their holders are told. Needs a transaction. */
    public int disable(Purpose purpose, long reportId) {
        return em.createNamedQuery("SecretLink.disable")
                .setParameter("now", clock.instant())
                .setParameter("report", reportId)
                .setParameter("purpose", purpose)
                .executeUpdate();
    }
}
