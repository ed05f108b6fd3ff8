package se.fixamingata.news;

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
import se.fixamingata.subscription.Area;
import se.fixamingata.subscription.AreaNames;
import se.fixamingata.subscription.Subscription;
import se.fixamingata.subscription.SubscriptionLinks;

/** "A new report where you watch", to one who wants to know at once. */
@ApplicationScoped
public class NewsMails implements MailContent {

    @Inject
    EntityManager em;

    @Inject
    ReportReading reading;

    @Inject
    AreaNames names;

    @Inject
    SubscriptionLinks links;

    /** For the container. */
    public NewsMails() {}

    /** For tests. */
    NewsMails(EntityManager em, ReportReading reading, AreaNames names, SubscriptionLinks links) {
        this.em = em;
        this.reading = reading;
        this.names = names;
        this.links = links;
    }

    @Override
    public Set<NotificationKind> kinds() {
        return EnumSet.of(NotificationKind.NEWS_IN_AREA);
    }

    /** Nobody wants it after unsubscribing, or when the report is not public any more. */
    @Override
    public Optional<MailTask> prepare(Notification notification) {
        Subscription subscription = em.find(Subscription.class, notification.subjectId());
        Report report = em.find(Report.class, notification.reportId());
        if (subscription == null || !subscription.isActive() || report == null || !report.isListed()) {
            return Optional.empty();
        }
        Area area = subscription.area().orElseThrow();
        return reading.find(report.id(), report.authorityCode()).map(facts -> {
            Map<String, Object> values = facts.values(notification.language());
            String end = links.unsubscribe(subscription.id());
            values.put("description", report.description());
            values.put("area", names.name(area, notification.language()));
            values.put("areaUrl", names.page(area));
            values.put("manage", links.manage(subscription.id()));
            values.put("unsubscribe", end);
            return MailTask.of(notification, values, Optional.of(report)).endedBy(end);
        });
    }
}
