package se.fixamingata.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.fixamingata.account.Account;
import se.fixamingata.account.Accounts;
import se.fixamingata.mail.ReportFacts;
import se.fixamingata.notification.MailContent;
import se.fixamingata.notification.MailTask;
import se.fixamingata.notification.Notification;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.notification.Notifications;
import se.fixamingata.settings.ServiceSettings;

/**
 * Tells somebody by mail that their password or second factor is not what it was: whoever did it without being them cannot keep it
 * quiet. The mail leads to pages that everybody knows, and carries no secret.
 */
@ApplicationScoped
public class SecurityNotices implements MailContent {

    @Inject
    Accounts accounts;

    @Inject
    Notifications notifications;

    @Inject
    ServiceSettings service;

    /** For the container. */
    public SecurityNotices() {}

    /** For tests. */
    SecurityNotices(Accounts accounts, Notifications notifications, ServiceSettings service) {
        this.accounts = accounts;
        this.notifications = notifications;
        this.service = service;
    }

    /** Writes the mail's row. Needs the transaction of the change. */
    void tell(Account account, SecurityChange change) {
        notifications.plan(
                NotificationKind.SECURITY_CHANGED, null, change.number(), account.email(), account.language());
    }

    @Override
    public Set<NotificationKind> kinds() {
        return EnumSet.of(NotificationKind.SECURITY_CHANGED);
    }

    /** Nobody wants it when the account has been erased since. */
    @Override
    public Optional<MailTask> prepare(Notification notification) {
        return SecurityChange.of(notification.subjectId())
                .filter(change -> accounts.find(notification.recipient()).isPresent())
                .map(change -> MailTask.of(notification, values(notification, change), Optional.empty()));
    }

    private Map<String, Object> values(Notification notification, SecurityChange change) {
        Map<String, Object> values = new HashMap<>();
        values.put("home", service.publicUrl());
        values.put("contact", service.contactEmail());
        values.put("link", service.link("/konto/sakerhet"));
        values.put("signIn", service.link("/logga-in"));
        values.put("when", ReportFacts.moment(notification.createdAt(), notification.language()));
        values.put("passwordSet", change == SecurityChange.PASSWORD_SET);
        values.put("passwordChanged", change == SecurityChange.PASSWORD_CHANGED);
        values.put("factorAdded", change == SecurityChange.SECOND_FACTOR_ADDED);
        values.put("factorRemoved", change == SecurityChange.SECOND_FACTOR_REMOVED);
        values.put("codesRenewed", change == SecurityChange.RECOVERY_CODES_RENEWED);
        return values;
    }
}
