package se.fixamingata.subscription;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import se.fixamingata.account.Caller;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.notification.Notifications;
import se.fixamingata.shared.EmailAddress;
import se.fixamingata.shared.HourlyAllowance;
import se.fixamingata.shared.Language;
import se.fixamingata.submission.FieldProblem;
import se.fixamingata.submission.FieldRules;

/** Beginning to watch an area. Who is signed in is told from then on; everybody else gets a mail with a link first. */
@Stateless
public class Subscribing {

    @Inject
    Subscriptions subscriptions;

    @Inject
    SubscriptionMailLimit limit;

    @Inject
    SubscriptionSettings settings;

    @Inject
    Notifications notifications;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** For the container. */
    public Subscribing() {}

    /** For tests. */
    Subscribing(
            Subscriptions subscriptions,
            SubscriptionMailLimit limit,
            SubscriptionSettings settings,
            Notifications notifications,
            AuditTrail audit,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.limit = limit;
        this.settings = settings;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    /** Watches with the account; asked again, the last word about how often counts. */
    public SubscribeResult subscribe(Caller caller, Area area, Frequency frequency) {
        if (limit.isBlocked(caller.email())) {
            return new SubscribeResult.InvalidAddress(FieldRules.blocked("email"));
        }
        Instant now = clock.instant();
        Subscription subscription = subscriptions.lockOrAdd(area, caller.email(), caller.language(), frequency, now);
        if (subscription.isActive()) {
            subscription.tell(frequency, now);
            return new SubscribeResult.Subscribed(subscription.id());
        }
        if (subscriptions.areas(caller.email()) >= settings.most()) {
            return new SubscribeResult.Full(settings.most());
        }
        subscription.ask(caller.language(), frequency, now);
        subscription.belongTo(caller.accountId(), caller.language());
        subscription.activate(now);
        audit.record(caller.accountId(), null, "area.subscribed", "subscription:" + subscription.id(), null, null);
        return new SubscribeResult.Subscribed(subscription.id());
    }

    /**
     * Asks whoever has that address. Whether the address watches too much already is said to its owner alone, by the link.
     *
     * @param typed the address as it was typed
     * @param language in which to write
     */
    public SubscribeResult subscribe(String typed, Language language, Area area, Frequency frequency) {
        Optional<FieldProblem> problem = FieldRules.email(typed);
        if (problem.isPresent()) {
            return new SubscribeResult.InvalidAddress(problem.get());
        }
        String email = EmailAddress.parse(typed).orElseThrow().text();
        if (limit.isBlocked(email)) {
            return new SubscribeResult.InvalidAddress(FieldRules.blocked("email"));
        }
        HourlyAllowance allowance = limit.left(email);
        if (allowance.isUsedUp()) {
            return new SubscribeResult.TooMany(allowance.minutes());
        }
        Instant now = clock.instant();
        Subscription subscription = subscriptions.lockOrAdd(area, email, language, frequency, now);
        subscription.ask(language, frequency, now);
        notifications.plan(NotificationKind.CONFIRM_SUBSCRIPTION, null, subscription.id(), email, language);
        return new SubscribeResult.MailSent(email);
    }
}
