package se.fixamingata.following;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.fixamingata.mail.ReportReading;
import se.fixamingata.notification.MailContent;
import se.fixamingata.notification.MailTask;
import se.fixamingata.notification.Notification;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.report.Report;
import se.fixamingata.subscription.Subscription;
import se.fixamingata.subscription.SubscriptionState;

/**
 * The mail that asks whether somebody wants to follow. Whoever follows already is told that, and how to stop: only they may know, so
 * the page where the address was typed says the same of everybody.
 */
@ApplicationScoped
public class FollowMails implements MailContent {

    @Inject
    EntityManager em;

    @Inject
    ReportReading reading;

    @Inject
    FollowLinks links;

    /** For the container. */
    public FollowMails() {}

    /** For tests. */
    public FollowMails(EntityManager em, ReportReading reading, FollowLinks links) {
        this.em = em;
        this.reading = reading;
        this.links = links;
    }

    @Override
    public Set<NotificationKind> kinds() {
        return EnumSet.of(NotificationKind.CONFIRM_FOLLOW);
    }

    /** Nobody wants it when the wish was taken back, or the report is not public any more. */
    @Override
    public Optional<MailTask> prepare(Notification notification) {
        Subscription subscription = em.find(Subscription.class, notification.subjectId());
        Report report = em.find(Report.class, notification.reportId());
        if (subscription == null || subscription.state() == SubscriptionState.ENDED || !report.isListed()) {
            return Optional.empty();
        }
        return reading.find(report.id(), report.authorityCode()).map(facts -> {
            Map<String, Object> values = facts.values(notification.language());
            values.put("already", subscription.isActive());
            values.put("days", links.confirmationLifetime().toDays());
            values.put("link", link(subscription));
            MailTask task = MailTask.of(notification, values, Optional.of(report));
            return subscription.isActive() ? task.endedBy((String) values.get("link")) : task;
        });
    }

    private String link(Subscription subscription) {
        return subscription.isActive()
                ? links.unsubscribe(subscription.reportId(), subscription.id())
                : links.confirmation(subscription.reportId(), subscription.id());
    }
}
