package se.fixamingata.following;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.fixamingata.account.Caller;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.notification.Notifications;
import se.fixamingata.report.Report;
import se.fixamingata.shared.EmailAddress;
import se.fixamingata.shared.HourlyAllowance;
import se.fixamingata.shared.Language;
import se.fixamingata.submission.FieldProblem;
import se.fixamingata.submission.FieldRules;
import se.fixamingata.subscription.Frequency;
import se.fixamingata.subscription.Subscription;
import se.fixamingata.subscription.SubscriptionMailLimit;

/**
 * Beginning and ending to follow a report on its page (product.md, R15). Who is signed in follows at once; everybody else gets a mail.
 *
 * <p>The report's row is locked first, so that the same wish twice at once makes one subscription.
 */
@Stateless
public class Following {

    @Inject
    EntityManager em;

    @Inject
    Followers followers;

    @Inject
    SubscriptionMailLimit limit;

    @Inject
    Notifications notifications;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** For the container. */
    public Following() {}

    /** For tests. */
    Following(
            EntityManager em,
            Followers followers,
            SubscriptionMailLimit limit,
            Notifications notifications,
            AuditTrail audit,
            Clock clock) {
        this.em = em;
        this.followers = followers;
        this.limit = limit;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    /** Follows with the account. */
    public FollowResult follow(Caller caller, long reportId) {
        if (!isOpen(reportId)) {
            return new FollowResult.NoReport();
        }
        if (limit.isBlocked(caller.email())) {
            return new FollowResult.InvalidAddress(FieldRules.blocked("email"));
        }
        Instant now = clock.instant();
        List<Subscription> known = followers.find(caller, reportId);
        if (known.stream().anyMatch(Subscription::isActive)) {
            return new FollowResult.Following();
        }
        Subscription subscription =
                known.stream().findFirst().orElseGet(() -> add(reportId, caller.email(), caller.language(), now));
        subscription.belongTo(caller.accountId(), caller.language());
        subscription.activate(now);
        audit.record(caller.accountId(), null, "report.followed", "report:" + reportId, null, null);
        return new FollowResult.Following();
    }

    /**
     * Asks whoever has that address.
     *
     * @param typed the address as it was typed
     * @param language in which to write
     */
    public FollowResult follow(String typed, Language language, long reportId) {
        Optional<FieldProblem> problem = FieldRules.email(typed);
        if (problem.isPresent()) {
            return new FollowResult.InvalidAddress(problem.get());
        }
        if (!isOpen(reportId)) {
            return new FollowResult.NoReport();
        }
        String email = EmailAddress.parse(typed).orElseThrow().text();
        if (limit.isBlocked(email)) {
            return new FollowResult.InvalidAddress(FieldRules.blocked("email"));
        }
        HourlyAllowance allowance = limit.left(email);
        if (allowance.isUsedUp()) {
            return new FollowResult.TooMany(allowance.minutes());
        }
        Instant now = clock.instant();
        Subscription subscription =
                followers.find(email, reportId).orElseGet(() -> add(reportId, email, language, now));
        subscription.ask(language, Frequency.AT_ONCE, now);
        notifications.plan(NotificationKind.CONFIRM_FOLLOW, reportId, subscription.id(), email, language);
        return new FollowResult.MailSent(email);
    }

    /** Follows no longer; nothing happens when the person did not. */
    public void unfollow(Caller caller, long reportId) {
        for (Subscription subscription : followers.find(caller, reportId)) {
            em.refresh(subscription, LockModeType.PESSIMISTIC_WRITE);
            if (subscription.isActive()) {
                subscription.end(clock.instant());
                audit.record(caller.accountId(), null, "report.unfollowed", "report:" + reportId, null, null);
            }
        }
    }

    private boolean isOpen(long reportId) {
        Report report = em.find(Report.class, reportId, LockModeType.PESSIMISTIC_WRITE);
        return report != null && report.isListed();
    }

    private Subscription add(long reportId, String email, Language language, Instant now) {
        Subscription subscription = new Subscription(reportId, email, language, now);
        em.persist(subscription);
        em.flush();
        return subscription;
    }
}
