package se.fixamingata.secretlink;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.shared.SqlTime;

/**
 * All secret links. Several may be good for one report at once: each mail carries its own, so that the one found first works.
 *
 * <p>A link outlives its time and its use, so that its holder is told what happened instead of "no such link"; it goes with its report.
 */
@ApplicationScoped
public class SecretLinks {

    private static final String TRACE = "select " + SqlTime.micros("max(created_at)") + ", "
            + SqlTime.micros("max(used_at)") + ", " + SqlTime.micros("max(revoked_at)") + ", sum(revoked_at is null)"
            + " from secret_link where report_id = ?1 and purpose = ?2 and authority_code = ?3 group by report_id";

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

    /**
     * Makes a new secret for an authority, about a report. Needs a transaction.
     *
     * @param authorityCode nobody else's
     */
    public SecretToken issueTo(Purpose purpose, long reportId, String authorityCode, Duration lifetime) {
        return issueTo(purpose, reportId, null, authorityCode, lifetime);
    }

    /**
     * Makes a new secret for an authority, about something of a report. Needs a transaction.
     *
     * @param subjectId what it is about, as the purpose says; null for the report itself
     * @param authorityCode nobody else's
     */
    public SecretToken issueTo(
            Purpose purpose, long reportId, Long subjectId, String authorityCode, Duration lifetime) {
        SecretToken token = SecretToken.random();
        Instant now = clock.instant();
        em.persist(new SecretLink(token, purpose, reportId, subjectId, now, now.plus(lifetime)).to(authorityCode));
        return token;
    }

    /** What became of that authority's links to that report; empty when it never got one. */
    public Optional<LinkTrace> trace(Purpose purpose, long reportId, String authorityCode) {
        Query query = em.createNativeQuery(TRACE)
                .setParameter(1, reportId)
                .setParameter(2, purpose.name())
                .setParameter(3, authorityCode);
        @SuppressWarnings("unchecked")
        List<Object[]> rows = query.getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new LinkTrace(
                        SqlTime.instant(row[0]),
                        SqlTime.instant(row[1]),
                        SqlTime.instant(row[2]),
                        ((Number) row[3]).longValue()));
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

    /** All links of that report, used or not, run out at that moment from now on. Needs a transaction. */
    public int runOut(Purpose purpose, long reportId, Instant at) {
        return em.createNamedQuery("SecretLink.runOut")
                .setParameter("at", at)
                .setParameter("report", reportId)
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
