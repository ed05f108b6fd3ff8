package se.fixamingata.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.fixamingata.notification.MailContent;
import se.fixamingata.notification.MailTask;
import se.fixamingata.notification.Notification;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.settings.ServiceSettings;

/**
 * The mail that asks whether somebody wants to watch an area. Whoever does already is told that, and how to stop: only they may know, so
 * the page where the address was typed says the same of everybody.
 */
@ApplicationScoped
public class SubscriptionMails implements MailContent {

    @Inject
    EntityManager em;

    @Inject
    AreaNames names;

    @Inject
    SubscriptionLinks links;

    @Inject
    ServiceSettings service;

    /** For the container. */
    public SubscriptionMails() {}

    /** For tests. */
    public SubscriptionMails(EntityManager em, AreaNames names, SubscriptionLinks links, ServiceSettings service) {
        this.em = em;
        this.names = names;
        this.links = links;
        this.service = service;
    }

    @Override
    public Set<NotificationKind> kinds() {
        return EnumSet.of(NotificationKind.CONFIRM_SUBSCRIPTION);
    }

    /** Nobody wants it when the wish was taken back. */
    @Override
    public Optional<MailTask> prepare(Notification notification) {
        Subscription subscription = em.find(Subscription.class, notification.subjectId());
        if (subscription == null || subscription.state() == SubscriptionState.ENDED) {
            return Optional.empty();
        }
        boolean already = subscription.isActive();
        Area area = subscription.area().orElseThrow();
        Map<String, Object> values = new HashMap<>();
        values.put("area", names.name(area, notification.language()));
        values.put("areaUrl", names.page(area));
        values.put("already", already);
        values.put("atOnce", subscription.frequency() == Frequency.AT_ONCE);
        values.put("daily", subscription.frequency() == Frequency.DAILY);
        values.put("weekly", subscription.frequency() == Frequency.WEEKLY);
        values.put("days", links.confirmationLifetime().toDays());
        values.put("home", service.publicUrl());
        values.put("homeName", service.publicHost());
        values.put("contact", service.contactEmail());
        values.put("manage", already ? links.manage(subscription.id()) : "");
        values.put("link", already ? links.unsubscribe(subscription.id()) : links.confirmation(subscription.id()));
        MailTask task = MailTask.of(notification, values, Optional.empty());
        return Optional.of(already ? task.endedBy((String) values.get("link")) : task);
    }
}
