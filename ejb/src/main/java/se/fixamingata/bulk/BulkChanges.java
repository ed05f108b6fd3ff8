package se.fixamingata.bulk;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import se.fixamingata.account.Account;
import se.fixamingata.account.Caller;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.account.Permissions;
import se.fixamingata.account.Right;
import se.fixamingata.answer.Placeholders;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.inbox.InboxQuery;
import se.fixamingata.inbox.InboxView;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.shared.TypedText;
import se.fixamingata.update.ReportUpdate;

/** Ordering, watching and cancelling changes of many reports at once. */
@Stateless
public class BulkChanges {

    /** Rows on the list of an authority's changes. */
    private static final int LISTED = 50;

    /** Reports that the page of a change names with the reason why they were skipped. */
    public static final int SKIPPED_SHOWN = 200;

    @Inject
    EntityManager em;

    @Inject
    BulkItems items;

    @Inject
    BulkMails mails;

    @Inject
    InboxQuery inbox;

    @Inject
    AuditTrail audit;

    @Inject
    Event<BulkDue> due;

    @Inject
    Clock clock;

    /** For the container. */
    public BulkChanges() {}

    /** For tests. */
    BulkChanges(
            EntityManager em,
            BulkItems items,
            BulkMails mails,
            InboxQuery inbox,
            AuditTrail audit,
            Event<BulkDue> due,
            Clock clock) {
        this.em = em;
        this.items = items;
        this.mails = mails;
        this.inbox = inbox;
        this.audit = audit;
        this.due = due;
        this.clock = clock;
    }

    /**
     * How many reports an order would touch, at most one more than {@value BulkOrder#MOST}.
     *
     * @throws NotPermitted unless the caller handles reports there
     */
    public int count(Caller caller, BulkOrder order) {
        Permissions.require(caller, Right.HANDLE, order.authorityCode());
        return selected(caller, order).size();
    }

    /**
     * Writes the order down; the work begins after the commit.
     *
     * @throws NotPermitted unless the caller handles reports there
     */
    public BulkResult start(Caller caller, BulkOrder order) {
        Permissions.require(caller, Right.HANDLE, order.authorityCode());
        if (order.status() == ReportStatus.UNCONFIRMED || order.status() == ReportStatus.DUPLICATE) {
            return new BulkResult.Invalid("status", "bulk.error.status");
        }
        if (order.text() == null || !TypedText.isVisible(order.text())) {
            return new BulkResult.Invalid("text", "bulk.error.text");
        }
        if (order.text().length() > ReportUpdate.TEXT_MAX) {
            return new BulkResult.Invalid("text", "bulk.error.text-long");
        }
        if (!Placeholders.left(order.text()).isEmpty()) {
            return new BulkResult.Invalid("text", "bulk.error.placeholders");
        }
        List<Long> reports = selected(caller, order);
        if (reports.isEmpty()) {
            return new BulkResult.Invalid("selection", "bulk.error.none");
        }
        if (reports.size() > BulkOrder.MOST) {
            return new BulkResult.Invalid("selection", "bulk.error.too-many");
        }
        // What came in meanwhile was seen by nobody: it is not to be closed unread.
        if (order.expected() > 0 && reports.size() > order.expected()) {
            return new BulkResult.Invalid("selection", "bulk.error.more");
        }
        return write(caller, order, reports);
    }

    private BulkResult write(Caller caller, BulkOrder order, List<Long> reports) {
        BulkChange change = new BulkChange(order, caller.accountId(), reports.size(), clock.instant());
        em.persist(change);
        em.flush();
        items.add(change.id(), reports);
        String status = order.status() == null ? "" : order.status().code() + ": ";
        audit.record(
                caller.accountId(),
                order.authorityCode(),
                "bulk.started",
                "bulk:" + change.id(),
                null,
                status + reports.size());
        due.fire(new BulkDue());
        return new BulkResult.Started(change.id(), reports.size());
    }

    /** Named ones are limited to the caller's business like the filter's, so that no foreign number gets through. */
    private List<Long> selected(Caller caller, BulkOrder order) {
        return order.filter()
                .map(filter -> inbox.ids(caller, InboxView.of(filter), BulkOrder.MOST + 1))
                .orElseGet(() -> items.confirmed(
                        order.authorityCode(),
                        Permissions.categories(caller, order.authorityCode()),
                        order.ids().stream().limit(BulkOrder.MOST + 1L).toList()));
    }

    /** Empty when there is none that the caller may see. */
    public Optional<BulkView> find(Caller caller, long id) {
        return Optional.ofNullable(em.find(BulkChange.class, id))
                .filter(change -> isTheirs(caller, change))
                .map(this::view);
    }

    /** Whoever is limited to some categories sees what they ordered themselves: the others' are about reports that are not theirs. */
    private static boolean isTheirs(Caller caller, BulkChange change) {
        return Permissions.may(caller, Right.HANDLE, change.authorityCode())
                && (Permissions.categories(caller, change.authorityCode()).isEmpty()
                        || Objects.equals(change.accountId(), caller.accountId()));
    }

    private BulkView view(BulkChange change) {
        Account account = change.accountId() == null ? null : em.find(Account.class, change.accountId());
        return change.view(account == null ? null : account.name());
    }

    /** The authority's changes, newest first, at most {@value #LISTED}. */
    public List<BulkView> list(Caller caller, String authorityCode) {
        Permissions.require(caller, Right.HANDLE, authorityCode);
        return em.createQuery(
                        "select b, a.name from BulkChange b left join Account a on a.id = b.accountId"
                                + " where b.authorityCode = :authority order by b.createdAt desc, b.id desc",
                        Object[].class)
                .setParameter("authority", authorityCode)
                .setMaxResults(LISTED)
                .getResultStream()
                .filter(row -> isTheirs(caller, (BulkChange) row[0]))
                .map(row -> ((BulkChange) row[0]).view((String) row[1]))
                .toList();
    }

    /** What was left alone so far and why, at most {@value #SKIPPED_SHOWN}. */
    public List<SkippedReport> skipped(Caller caller, long id) {
        return find(caller, id)
                .map(change -> items.skipped(change.id(), SKIPPED_SHOWN))
                .orElse(List.of());
    }

    /**
     * Stops it after the portion that is being worked on. What was changed stays changed.
     *
     * @return false when it had ended before
     * @throws NotPermitted unless the caller handles reports there
     */
    public boolean cancel(Caller caller, long id) {
        BulkChange change = em.find(BulkChange.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (change == null || !isTheirs(caller, change)) {
            throw new NotPermitted();
        }
        boolean stopped = change.cancel(clock.instant());
        if (stopped) {
            mails.plan(id);
            audit.record(
                    caller.accountId(), change.authorityCode(), "bulk.cancelled", "bulk:" + change.id(), null, null);
        }
        return stopped;
    }
}
