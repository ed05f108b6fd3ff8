package se.fixamingata.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;

/** Remembers every change and by whom (product.md, section 12). */
@ApplicationScoped
public class AuditTrail {

    private static final int DETAIL_MAX = 4000;

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    /** For the container. */
    public AuditTrail() {}

    /** For tests. */
    public AuditTrail(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    /**
     * Adds a line. Needs the transaction of the change.
     *
     * @param actor who: {@code reporter}, {@code system}, the name of a file, later a caseworker; at most 100 characters
     * @param action what, as {@code noun.verb}: {@code report.confirmed}; at most 60 characters
     * @param subject to what: {@code report:1234}, {@code authority:1763}; at most 100 characters
     * @param detail more, or null; no personal values; cut at 4,000 characters
     */
    public void record(String actor, String action, String subject, String detail) {
        boolean tooLong = detail != null && detail.length() > DETAIL_MAX;
        String kept = tooLong ? detail.substring(0, DETAIL_MAX - 1) + "…" : detail;
        em.persist(new AuditEntry(clock.instant(), actor, action, subject, kept));
    }
}
