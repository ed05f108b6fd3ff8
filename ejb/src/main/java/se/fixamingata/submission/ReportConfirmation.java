package se.fixamingata.submission;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.deadline.Deadlines;
import se.fixamingata.municipality.PrivateCategories;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportChanged;
import se.fixamingata.report.ReportConfirmed;
import se.fixamingata.report.Visibility;
import se.fixamingata.reporter.ReporterLinks;
import se.fixamingata.secretlink.Purpose;
import se.fixamingata.secretlink.SecretLink;
import se.fixamingata.secretlink.SecretLinks;
import se.fixamingata.shared.SecretToken;

/**
 * The link in the mail: whoever holds it shows that the address is theirs, and the report becomes public (product.md, R11).
 *
 * <p>Looking changes nothing, so that mail scanners confirm nothing. Any number of clicks, also at once, confirm once: the report's row
 * is locked before it is asked.
 */
@Stateless
public class ReportConfirmation {

    @Inject
    EntityManager em;

    @Inject
    SecretLinks links;

    @Inject
    ReporterLinks reporters;

    @Inject
    PrivateCategories privateCategories;

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
    public ReportConfirmation() {}

    /** For tests. */
    ReportConfirmation(
            EntityManager em,
            SecretLinks links,
            ReporterLinks reporters,
            PrivateCategories privateCategories,
            AuditTrail audit,
            Event<ReportConfirmed> confirmed,
            Event<ReportChanged> changed,
            Deadlines deadlines,
            Clock clock) {
        this.em = em;
        this.links = links;
        this.reporters = reporters;
        this.privateCategories = privateCategories;
        this.audit = audit;
        this.confirmed = confirmed;
        this.changed = changed;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * What the link would do.
     *
     * @param token as it came, perhaps cut by a mail program; may be null
     */
    public ConfirmationState look(String token) {
        Optional<SecretLink> link = find(token);
        if (link.isEmpty()) {
            return new ConfirmationState.Unknown();
        }
        Report report = em.find(Report.class, link.get().reportId());
        return state(report, link.get()).orElseGet(() -> new ConfirmationState.Waiting(report.title(), isOpen(report)));
    }

    /**
     * Uses the link.
     *
     * @param token as it came; may be null
     * @return never {@link ConfirmationState.Waiting}
     */
    public ConfirmationState confirm(String token) {
        Optional<SecretLink> link = find(token);
        if (link.isEmpty()) {
            return new ConfirmationState.Unknown();
        }
        Report report = em.find(Report.class, link.get().reportId(), LockModeType.PESSIMISTIC_WRITE);
        return state(report, link.get()).orElseGet(() -> publish(report, link.get()));
    }

    private Optional<SecretLink> find(String token) {
        return SecretToken.parse(token).flatMap(secret -> links.find(secret, Purpose.CONFIRM_REPORT));
    }

    /** Where it stands; empty when the link would confirm the report. The report is null when it was deleted just now. */
    private Optional<ConfirmationState> state(Report report, SecretLink link) {
        if (report == null) {
            return Optional.of(new ConfirmationState.Unknown());
        }
        if (report.isConfirmed()) {
            return Optional.of(new ConfirmationState.Already(report.id(), report.isListed()));
        }
        return link.isExpired(clock.instant()) ? Optional.of(new ConfirmationState.Expired()) : Optional.empty();
    }

    private ConfirmationState publish(Report report, SecretLink link) {
        // Whoever held the report's lock until now may have corrected the address: then this link went to a stranger.
        if (!links.isStillThere(link)) {
            return new ConfirmationState.Unknown();
        }
        Instant now = clock.instant();
        ReportChanged.OnMap before = ReportChanged.OnMap.of(report);
        if (!isOpen(report)) {
            report.keepPrivate(true);
        }
        link.use(now);
        em.persist(report.confirm(now));
        deadlines.settle(report);
        audit.record("reporter", "report.confirmed", "report:" + report.id(), null);
        confirmed.fire(new ReportConfirmed(report.id()));
        changed.fire(new ReportChanged(report.id(), before, ReportChanged.OnMap.of(report)));
        return new ConfirmationState.Confirmed(report.id(), page(report));
    }

    /**
     * Whether everybody will read it. Who was told when sending that nobody will is not published because the authority has changed its
     * mind since; who was not told is kept private all the same.
     */
    private boolean isOpen(Report report) {
        return report.visibility() == Visibility.PUBLIC
                && !privateCategories.isPrivate(report.authorityCode(), report.categoryCode());
    }

    private String page(Report report) {
        return report.isListed() ? "/rapport/" + report.id() : reporters.path(report.id());
    }
}
