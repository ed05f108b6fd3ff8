package se.fixamingata.handlelink;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Permissions;
import se.fixamingata.account.Right;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.report.Actor;
import se.fixamingata.report.HistoryEntry;
import se.fixamingata.report.Report;
import se.fixamingata.secretlink.LinkTrace;
import se.fixamingata.secretlink.Purpose;
import se.fixamingata.secretlink.SecretLinks;

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
    LinkAccess access;

    @Inject
    Clock clock;

    /** For the container. */
    public HandleLinks() {}

    /** For tests. */
    HandleLinks(EntityManager em, SecretLinks links, LinkAccess access, AuditTrail audit, Clock clock) {
        this.em = em;
        this.links = links;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param token as it came, perhaps cut by a mail program; may be null */
    public HandleAccess look(String token) {
        return access.look(token);
    }

    /** How it stands with the link of whoever is responsible now; empty when the report is not the caller's business. */
    public Optional<HandleLinkState> state(Caller caller, long reportId) {
        Report report = em.find(Report.class, reportId);
        if (report == null || !report.isConfirmed() || !Permissions.may(caller, Right.VIEW, report)) {
            return Optional.empty();
        }
        Optional<LinkTrace> trace = links.trace(Purpose.HANDLE, reportId, report.authorityCode());
        Instant until = access.until(report);
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
        return access.isOver(until) ? HandleLinkState.State.EXPIRED : HandleLinkState.State.WORKING;
    }

    /**
     * Makes every link to that report worthless that has been sent so far; a later mail carries a new one.
     *
     * @throws se.fixamingata.account.NotPermitted unless the caller may handle the report
     */
    public void revoke(Caller caller, long reportId) {
        Report report = em.find(Report.class, reportId, LockModeType.PESSIMISTIC_WRITE);
        Permissions.require(caller, Right.HANDLE, report);
        // What a mail let somebody do, its reply let them do too.
        links.disable(Purpose.REPLY, reportId);
        if (links.disable(Purpose.HANDLE, reportId) > 0) {
            em.persist(HistoryEntry.internal(
                            reportId, clock.instant(), HistoryEntry.Kind.LINK_REVOKED, Actor.AUTHORITY, null, null)
                    .by(caller.accountId())
                    .atVersion(report.version()));
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
