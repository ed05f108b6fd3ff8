package se.fixamingata.integrationdesk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.fixamingata.mail.ReportFacts;
import se.fixamingata.municipality.Authority;
import se.fixamingata.notification.MailContent;
import se.fixamingata.notification.MailTask;
import se.fixamingata.notification.Notification;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.settings.ServiceSettings;

/** What the mails say when nothing goes through to an authority, and when something does again. */
@ApplicationScoped
public class AlarmMails implements MailContent {

    private static final String WAS_TOLD =
            "select count(n) from Notification n where n.kind = :kind and n.subjectId = :alarm"
                    + " and n.recipient = :recipient and n.sentAt is not null";

    @Inject
    EntityManager em;

    @Inject
    ServiceSettings service;

    /** For the container. */
    public AlarmMails() {}

    /** For tests. */
    AlarmMails(EntityManager em, ServiceSettings service) {
        this.em = em;
        this.service = service;
    }

    @Override
    public Set<NotificationKind> kinds() {
        return EnumSet.of(NotificationKind.INTEGRATION_ALARM, NotificationKind.INTEGRATION_MENDED);
    }

    /** An alarm that is over before its mail could leave is told to nobody, nor is its end to who was not told of it. */
    @Override
    public Optional<MailTask> prepare(Notification notification) {
        boolean over = notification.kind() == NotificationKind.INTEGRATION_MENDED;
        return Optional.ofNullable(em.find(Alarm.class, notification.subjectId()))
                .filter(alarm -> over ? wasTold(notification) : alarm.endedAt() == null)
                .map(alarm -> MailTask.of(notification, values(alarm, notification), Optional.empty()));
    }

    private boolean wasTold(Notification notification) {
        return em.createQuery(WAS_TOLD, Long.class)
                        .setParameter("kind", NotificationKind.INTEGRATION_ALARM)
                        .setParameter("alarm", notification.subjectId())
                        .setParameter("recipient", notification.recipient())
                        .getSingleResult()
                > 0;
    }

    private Map<String, Object> values(Alarm alarm, Notification notification) {
        Authority authority = em.find(Authority.class, alarm.authorityCode());
        Map<String, Object> values = new HashMap<>();
        values.put("home", service.publicUrl());
        values.put("contact", service.contactEmail());
        values.put("link", service.link("/handlaggning/integration?a=" + authority.slug()));
        values.put("authority", authority.name());
        values.put("silent", alarm.isSilent());
        values.put("stuck", alarm.waiting() > 0);
        values.put("one", alarm.waiting() == 1);
        values.put("several", alarm.waiting() > 1);
        values.put("waiting", alarm.waiting());
        values.put(
                "oldest",
                alarm.oldestAt() == null ? "" : ReportFacts.moment(alarm.oldestAt(), notification.language()));
        values.put("raised", ReportFacts.moment(alarm.raisedAt(), notification.language()));
        return values;
    }
}
