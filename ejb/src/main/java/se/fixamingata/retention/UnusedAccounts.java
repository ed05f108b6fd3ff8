package se.fixamingata.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import se.fixamingata.account.Account;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.notification.Notifications;
import se.fixamingata.personal.Forgetting;
import se.fixamingata.shared.SqlTime;

/**
 * Accounts in which nobody has signed in for a year: their owners are warned by mail, and a month later they are erased as if their owners
 * had wished it. Signing in stops it, whoever's clock is ahead. Accounts of people who work here are neither warned nor erased: who may
 * handle reports is decided by people, who see on their pages when somebody was last there.
 */
@ApplicationScoped
public class UnusedAccounts {

    @Inject
    EntityManager em;

    @Inject
    Notifications notifications;

    @Inject
    Forgetting forgetting;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** For the container. */
    public UnusedAccounts() {}

    /** For tests. */
    public UnusedAccounts(
            EntityManager em, Notifications notifications, Forgetting forgetting, AuditTrail audit, Clock clock) {
        this.em = em;
        this.notifications = notifications;
        this.forgetting = forgetting;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param ids accounts that are due, and locked */
    void warn(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return;
        }
        List<Account> accounts = em.createQuery(
                        "select a from Account a where a.id in :ids order by a.id", Account.class)
                .setParameter("ids", ids)
                .getResultList();
        for (Account account : accounts) {
            notifications.plan(
                    NotificationKind.ACCOUNT_UNUSED, null, account.id(), account.email(), account.language());
            audit.record("system", "account.warned", "account:" + account.id(), null);
        }
        em.createNativeQuery("update account set warned_at = '" + SqlTime.text(clock.instant()) + "' where id in ("
                        + DueRows.list(ids) + ")")
                .executeUpdate();
    }

    /** @param ids accounts that are due, and locked */
    void erase(Collection<Long> ids) {
        ids.forEach(forgetting::unused);
    }
}
