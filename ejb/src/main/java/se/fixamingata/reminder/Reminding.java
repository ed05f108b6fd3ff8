package se.fixamingata.reminder;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import se.fixamingata.account.Account;
import se.fixamingata.account.Accounts;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.notification.Notifications;
import se.fixamingata.shared.Language;

/**
 * Reminds one address, at most once a day: the mail's row and what it reminds of are written together or not at all, so that a run may be
 * killed anywhere and done again. Five statements, however much is late.
 */
@Stateless
@PermitAll
public class Reminding {

    /** Nothing is inserted for an address that has had its mail today. */
    private static final String DIGEST = "insert ignore into reminder_digest (id, day, email) values (?1, ?2, ?3)";

    @Inject
    EntityManager em;

    @Inject
    ReminderSettings settings;

    @Inject
    Accounts accounts;

    @Inject
    Notifications notifications;

    /** For the container. */
    public Reminding() {}

    /** For tests. */
    public Reminding(EntityManager em, ReminderSettings settings, Accounts accounts, Notifications notifications) {
        this.em = em;
        this.settings = settings;
        this.accounts = accounts;
        this.notifications = notifications;
    }

    /** @return of how many reports; 0 when there is nothing to remind of, or it has been done */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public int remind(ReminderAddress address) {
        long id = ((Number) em.createNativeQuery("select next value for inner_number")
                        .getSingleResult())
                .longValue();
        int begun = em.createNativeQuery(DIGEST)
                .setParameter(1, id)
                .setParameter(2, address.day().toString())
                .setParameter(3, address.email())
                .executeUpdate();
        if (begun == 0) {
            return 0;
        }
        int reports = write(address, id);
        if (reports == 0) {
            em.createNativeQuery("delete from reminder_digest where id = ?1")
                    .setParameter(1, id)
                    .executeUpdate();
            return 0;
        }
        Language language =
                accounts.find(address.email()).map(Account::language).orElse(Language.SV);
        notifications.plan(NotificationKind.DEADLINE_REMINDER, null, id, address.email(), language);
        return reports;
    }

    private int write(ReminderAddress address, long digest) {
        String insert = "insert into reminder_sent"
                + " (report_id, authority_code, kind, due_from, round, digest_id, escalated, day)"
                + " select x.report_id, x.authority_code, x.kind, x.due_from, x.round, ?10, x.escalated, ?1 from ("
                + DueReminders.sql(address.codes().size())
                + ") x where x.recipient = ?11";
        return DueReminders.query(em, insert, address.day(), settings, address.codes())
                .setParameter(DueReminders.OWN, digest)
                .setParameter(DueReminders.OWN + 1, address.email())
                .executeUpdate();
    }
}
