package se.fixamingata.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import se.fixamingata.account.Caller;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.account.Permissions;
import se.fixamingata.account.Right;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.report.Report;

/** What every change of a moderator's has in common: the right, the lock, the verdict, the history and the audit trail. */
@ApplicationScoped
class Judging {

    @Inject
    EntityManager em;

    private final Subjects subjects;
    private final AuditTrail audit;
    private final Clock clock;

    /** For the container's proxies. */
    protected Judging() {
        this(null, null, null);
    }

    @Inject
    Judging(Subjects subjects, AuditTrail audit, Clock clock) {
        this.subjects = subjects;
        this.audit = audit;
        this.clock = clock;
    }

    /** For tests. */
    Judging(EntityManager em, Subjects subjects, AuditTrail audit, Clock clock) {
        this(subjects, audit, clock);
        this.em = em;
    }

    /**
     * What is to be changed, locked.
     *
     * @throws NotPermitted when it is not the caller's to change, or not there
     */
    Found take(Caller caller, Subject subject) {
        Found found = subjects.lock(subject).orElseThrow(NotPermitted::new);
        Permissions.require(caller, Right.MODERATE, found.report());
        return found;
    }

    /** Closes what readers have reported about it; whether there was anything. */
    boolean judge(Caller caller, Subject subject, Verdict verdict) {
        List<AbuseReport> open = list("AbuseReport.open", subject);
        open.forEach(one -> one.judge(verdict, caller.accountId(), now()));
        return !open.isEmpty();
    }

    /** Takes the last verdict back. */
    void reopen(Subject subject) {
        list("AbuseReport.lastJudged", subject).forEach(AbuseReport::reopen);
    }

    private List<AbuseReport> list(String query, Subject subject) {
        return em.createNamedQuery(query, AbuseReport.class)
                .setParameter("kind", subject.kind())
                .setParameter("id", subject.id())
                .setMaxResults(AbuseReporting.MOST_OF_SUBJECT)
                .getResultList();
    }

    /**
     * Remembers that it was done, without a word of what stood there.
     *
     * @param detail for the report's history, as {@link Moderated} writes it
     * @param verb for the audit trail
     */
    void note(Caller caller, Found found, String detail, String verb, String before, String after) {
        Report report = found.report();
        em.persist(Moderated.by(caller.accountId(), found, now(), detail));
        audit.record(
                caller.accountId(),
                report.authorityCode(),
                found.subject().kind().code() + "." + verb,
                found.subject().inWords(),
                before,
                after);
    }

    Instant now() {
        return clock.instant();
    }
}
