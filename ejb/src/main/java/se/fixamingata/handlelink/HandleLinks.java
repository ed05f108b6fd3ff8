package se.fixamingata.handlelink;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Permissions;
import se.fixamingata.account.Right;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.report.Actor;
import se.fixamingata.report.HistoryEntry;
import se.fixamingata.report.Report;
import se.fixamingata.report.StatusGroup;
import se.fixamingata.secretlink.LinkTrace;
import se.fixamingata.secretlink.Purpose;
import se.fixamingata.secretlink.SecretLink;
import se.fixamingata.secretlink.SecretLinks;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.shared.SqlTime;

/**
 * What the link in an authority's mail is good for. It works for one report, while that report is the authority's, until some time after
 * its closing, unless somebody takes it away. Looking changes nothing.
 */
@Stateless
@PermitAll
public class HandleLinks {

    @Inject
    EntityManager em;

    @Inject
    SecretLinks links;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "fmg.handle.link.lifetime")
    Duration afterClosing;

    /** For the container. */
    public HandleLinks() {}

    /** For tests. */
    HandleLinks(EntityManager em, SecretLinks links, AuditTrail audit, Clock clock, Duration afterClosing) {
        this.em = em;
        this.links = links;
        this.audit = audit;
        this.clock = clock;
        this.afterClosing = afterClosing;
    }

    /** @param token as it came, perhaps cut by a mail program; may be null */
    public HandleAccess look(String token) {
        return look(find(token), LockModeType.NONE);
    }

    /** The same with the report's row locked, so that nothing changes it before the transaction ends. */
    HandleAccess lock(String token) {
        return look(find(token), LockModeType.PESSIMISTIC_WRITE);
    }

    /** Remembers that somebody has answered with it. */
    void use(String token) {
        find(token).ifPresent(link -> link.use(clock.instant()));
    }

    private Optional<SecretLink> find(String token) {
        return SecretToken.parse(token).flatMap(secret -> links.find(secret, Purpose.HANDLE));
    }

    private HandleAccess look(Optional<SecretLink> link, LockModeType lock) {
        Report report =
                link.map(one -> em.find(Report.class, one.reportId(), lock)).orElse(null);
        if (report == null || !report.isConfirmed()) {
            return HandleAccess.UNKNOWN;
        }
        if (lock != LockModeType.NONE) {
            // Whoever held the report's lock until now may have taken the link away.
            em.refresh(link.get());
        }
        Instant until = until(report);
        return new HandleAccess(
                state(link.get(), report, until), report.id(), link.get().authorityCode(), report.isListed(), until);
    }

    private HandleAccess.State state(SecretLink link, Report report, Instant until) {
        if (link.isRevoked()) {
            return HandleAccess.State.REVOKED;
        }
        if (!report.authorityCode().equals(link.authorityCode())) {
            return HandleAccess.State.HANDED_OVER;
        }
        return isOver(until) ? HandleAccess.State.EXPIRED : HandleAccess.State.OPEN;
    }

    /** When links to that report stop working; null while it is open. */
    private Instant until(Report report) {
        if (report.status().group() == StatusGroup.OPEN) {
            return null;
        }
        Object closed = em.createNativeQuery("select " + SqlTime.micros("max(at)")
                        + " from history_entry where report_id = ?1 and kind = 'STATUS'")
                .setParameter(1, report.id())
                .getSingleResult();
        return (closed == null ? report.changedAt() : SqlTime.instant(closed)).plus(afterClosing);
    }

    /** How it stands with the link of whoever is responsible now; empty when the report is not the caller's business. */
    public Optional<HandleLinkState> state(Caller caller, long reportId) {
        Report report = em.find(Report.class, reportId);
        if (report == null || !report.isConfirmed() || !Permissions.may(caller, Right.VIEW, report)) {
            return Optional.empty();
        }
        Optional<LinkTrace> trace = links.trace(Purpose.HANDLE, reportId, report.authorityCode());
        Instant until = until(report);
        return Optional.of(new HandleLinkState(
                trace.map(one -> state(one, until)).orElse(HandleLinkState.State.NONE),
                trace.map(LinkTrace::sentAt).orElse(null),
                trace.map(LinkTrace::usedAt).orElse(null),
                trace.map(LinkTrace::revokedAt).orElse(null),
                until));
    }

    private HandleLinkState.State state(LinkTrace trace, Instant until) {
        if (trace.working() == 0) {
            return HandleLinkState.State.REVOKED;
        }
        return isOver(until) ? HandleLinkState.State.EXPIRED : HandleLinkState.State.WORKING;
    }

    private boolean isOver(Instant until) {
        return until != null && !clock.instant().isBefore(until);
    }

    /**
     * Makes every link to that report worthless that has been sent so far; a later mail carries a new one.
     *
     * @throws se.fixamingata.account.NotPermitted unless the caller may handle the report
     */
    public void revoke(Caller caller, long reportId) {
        Report report = em.find(Report.class, reportId, LockModeType.PESSIMISTIC_WRITE);
        Permissions.require(caller, Right.HANDLE, report);
        if (links.disable(Purpose.HANDLE, reportId) > 0) {
            em.persist(HistoryEntry.internal(
                            reportId, clock.instant(), HistoryEntry.Kind.LINK_REVOKED, Actor.AUTHORITY, null, null)
                    .by(caller.accountId()));
            audit.record(
                    caller.accountId(),
                    report.authorityCode(),
                    "link.revoked",
                    "report:" + reportId,
                    "working",
                    "revoked");
        }
    }
}
