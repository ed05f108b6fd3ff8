package se.fixamingata.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.fixamingata.account.Accounts;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Right;
import se.fixamingata.handling.Answer;
import se.fixamingata.handling.CaseHandling;
import se.fixamingata.handling.Handler;
import se.fixamingata.handling.HandlingResult;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.sending.Lease;

/** The steps of working off a bulk change; each is a transaction of its own, and does all of its reports or none. */
@ApplicationScoped
public class BulkPortions {

    /** Longer than a portion takes; so long does the work of a dead server wait. */
    static final Duration LEASE = Duration.ofMinutes(1);

    @Inject
    EntityManager em;

    @Inject
    BulkItems items;

    @Inject
    Accounts accounts;

    @Inject
    CaseHandling handling;

    @Inject
    BulkMails mails;

    @Inject
    Clock clock;

    /** For the container. */
    public BulkPortions() {}

    /** For tests. */
    BulkPortions(
            EntityManager em, BulkItems items, Accounts accounts, CaseHandling handling, BulkMails mails, Clock clock) {
        this.em = em;
        this.items = items;
        this.accounts = accounts;
        this.handling = handling;
        this.mails = mails;
        this.clock = clock;
    }

    /** The oldest change that has work left and nobody working on it, apart from those that were looked at in this round. */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<Long> next(Set<Long> seen) {
        return em.createQuery(
                        "select b.id from BulkChange b where b.state = se.fixamingata.bulk.BulkState.RUNNING"
                                + " and (b.leaseUntil is null or b.leaseUntil <= :now) order by b.createdAt, b.id",
                        Long.class)
                .setParameter("now", clock.instant())
                .setMaxResults(seen.size() + 1)
                .getResultStream()
                .filter(id -> !seen.contains(id))
                .findFirst();
    }

    /**
     * Does the next portion, and ends the change when nothing is left.
     *
     * @param owner the same for all portions that one worker does in a row
     * @return whether this worker is to go on
     */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean work(long id, String owner, int most) {
        Instant now = clock.instant();
        BulkChange change = em.find(BulkChange.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (change == null || !change.lease(new Lease(owner, now.plus(LEASE)), now)) {
            return false;
        }
        List<BulkItems.Waiting> portion = items.waiting(id, most);
        if (portion.isEmpty()) {
            change.finish(now);
            mails.plan(id);
            return false;
        }
        Optional<Caller> caller = Optional.ofNullable(change.accountId())
                .flatMap(accounts::find)
                .map(account -> accounts.caller(account, 0));
        List<Long> changed = new ArrayList<>();
        for (BulkItems.Waiting next : portion) {
            Optional<SkipReason> reason = change(change, caller, next);
            if (reason.isPresent()) {
                items.skipped(id, next.report(), reason.get());
            } else {
                changed.add(next.report());
            }
        }
        em.flush();
        items.changed(id, changed);
        change.count(changed.size(), portion.size() - changed.size());
        return true;
    }

    /** Gives the right to work on it back, so that the next round may take it at once. */
    @Transactional(TxType.REQUIRES_NEW)
    public void release(long id) {
        BulkChange change = em.find(BulkChange.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (change != null) {
            change.release();
        }
    }

    /** The next report stands in the way of all others: leaves it alone. */
    @Transactional(TxType.REQUIRES_NEW)
    public void skipNext(long id) {
        BulkChange change = em.find(BulkChange.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (change == null || change.state() != BulkState.RUNNING) {
            return;
        }
        for (BulkItems.Waiting next : items.waiting(id, 1)) {
            items.skipped(id, next.report(), SkipReason.OTHER);
            change.count(0, 1);
        }
    }

    /** Whoever ordered it may have lost the right meanwhile, and the report may have moved on. */
    private Optional<SkipReason> change(BulkChange change, Optional<Caller> caller, BulkItems.Waiting next) {
        Report report = em.find(Report.class, next.report(), LockModeType.PESSIMISTIC_WRITE);
        if (report == null || caller.isEmpty() || !isTheirs(change, caller.get(), report)) {
            return Optional.of(SkipReason.NOT_YOURS);
        }
        if (report.status() == ReportStatus.DUPLICATE) {
            return Optional.of(SkipReason.MERGED);
        }
        ReportStatus wanted = report.status() == change.status() ? null : change.status();
        if (wanted != null && !report.status().mayBecome(wanted)) {
            return Optional.of(SkipReason.STATUS);
        }
        Handler by = Handler.of(caller.get());
        Answer answer = Answer.of(next.report(), Answer.ANY_VERSION, wanted, change.text());
        HandlingResult result = next.together() ? handling.answerAmongOthers(by, answer) : handling.answer(by, answer);
        return result instanceof HandlingResult.Done ? Optional.empty() : Optional.of(SkipReason.OTHER);
    }

    private static boolean isTheirs(BulkChange change, Caller caller, Report report) {
        return report.authorityCode().equals(change.authorityCode())
                && Handler.of(caller).may(Right.HANDLE, report)
                && report.isConfirmed();
    }
}
