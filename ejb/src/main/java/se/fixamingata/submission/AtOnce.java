package se.fixamingata.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import se.fixamingata.account.Caller;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.deadline.Deadlines;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportChanged;
import se.fixamingata.report.ReportConfirmed;

/** Makes a report public without a mail first: whoever is signed in has shown before whose the address is (product.md, R10 and R11). */
@ApplicationScoped
class AtOnce {

    @Inject
    EntityManager em;

    @Inject
    AuditTrail audit;

    @Inject
    Event<ReportConfirmed> confirmed;

    @Inject
    Event<ReportChanged> changed;

    @Inject
    Deadlines deadlines;

    @Inject
    Clock clock;

    /** For the container. */
    AtOnce() {}

    /** For tests. */
    AtOnce(
            EntityManager em,
            AuditTrail audit,
            Event<ReportConfirmed> confirmed,
            Event<ReportChanged> changed,
            Deadlines deadlines,
            Clock clock) {
        this.em = em;
        this.audit = audit;
        this.confirmed = confirmed;
        this.changed = changed;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** @param report stored in this transaction, with the caller's address */
    void publish(Report report, Caller caller) {
        report.belongTo(caller.accountId());
        em.persist(report.confirm(clock.instant()));
        deadlines.settle(report);
        audit.record(caller.accountId(), null, "report.submitted", "report:" + report.id(), null, null);
        confirmed.fire(new ReportConfirmed(report.id()));
        changed.fire(new ReportChanged(report.id(), null, ReportChanged.OnMap.of(report)));
    }
}
