package se.fixamingata.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collection;

/** Remembers every change and by whom (product.md, section 12). */
@ApplicationScoped
public class AuditTrail {

    private static final int DETAIL_MAX = 4000;
    private static final int VALUE_MAX = 2000;

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
        em.persist(new AuditEntry(clock.instant(), actor, action, subject, cut(detail, DETAIL_MAX)));
    }

    /**
     * Adds a line about what happened to an authority's report without anybody being signed in. Needs the transaction of the change.
     *
     * @param actor who: {@code readers}, {@code link}; at most 100 characters
     * @param authorityCode whose business it is: its administrator reads the line
     * @param action what, as {@code noun.verb}; at most 60 characters
     * @param subject to what: {@code report:1234}
     * @param detail more, or null; no personal values; cut at 4,000 characters
     */
    public void recordFor(String actor, String authorityCode, String action, String subject, String detail) {
        em.persist(new AuditEntry(clock.instant(), actor, action, subject, cut(detail, DETAIL_MAX))
                .by(null, authorityCode));
    }

    /**
     * Adds a line about what somebody who was signed in has done. Needs the transaction of the change.
     *
     * @param accountId who
     * @param authorityCode whose business it is: its administrator reads the line; null for the operator's only
     * @param action what, as {@code noun.verb}; at most 60 characters
     * @param subject to what: {@code report:1234}; at most 100 characters
     * @param before what it was; null for a personal value, or when there was none
     * @param after what it is; null for a personal value, or when there is none
     */
    public void record(
            long accountId, String authorityCode, String action, String subject, String before, String after) {
        em.persist(new AuditEntry(clock.instant(), "account:" + accountId, action, subject, null)
                .by(accountId, authorityCode)
                .changing(cut(before, VALUE_MAX), cut(after, VALUE_MAX)));
    }

    /**
     * Adds the same line for each of many reports. Needs the transaction of the change.
     *
     * @param action what, as {@code noun.verb}; at most 60 characters
     * @param before what it was, at each of them; null when there was none
     * @param after what it is; null when there is none
     */
    public void recordReports(
            long accountId,
            String authorityCode,
            String action,
            Collection<Long> reports,
            String before,
            String after) {
        reports.forEach(report -> record(accountId, authorityCode, action, "report:" + report, before, after));
    }

    /**
     * Adds a line about what the holder of an authority's secret link has done. Needs the transaction of the change.
     *
     * @param authorityCode whose link it was: its administrator reads the line
     * @param action what, as {@code noun.verb}; at most 60 characters
     * @param subject to what: {@code report:1234}; at most 100 characters
     * @param before what it was; null for a personal value, or when there was none
     * @param after what it is; null for a personal value, or when there is none
     */
    public void recordByLink(String authorityCode, String action, String subject, String before, String after) {
        without("link:" + authorityCode, authorityCode, action, subject, before, after);
    }

    /** As {@link #recordByLink}, for what an authority's own system has said. Needs the transaction of the change. */
    public void recordBySystem(String authorityCode, String action, String subject, String before, String after) {
        without("system:" + authorityCode, authorityCode, action, subject, before, after);
    }

    /** Without anybody signed in. */
    private void without(
            String actor, String authorityCode, String action, String subject, String before, String after) {
        em.persist(new AuditEntry(clock.instant(), actor, action, subject, null)
                .by(null, authorityCode)
                .changing(cut(before, VALUE_MAX), cut(after, VALUE_MAX)));
    }

    private static String cut(String text, int most) {
        return text != null && text.length() > most ? text.substring(0, most - 1) + "…" : text;
    }
}
