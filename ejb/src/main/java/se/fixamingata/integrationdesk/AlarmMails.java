package se.fixamingata.integrationdesk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.fixamingata.account.Account;
import se.fixamingata.delivery.DeliveryState;
import se.fixamingata.integration.ChannelKind;
import se.fixamingata.integration.Faults;
import se.fixamingata.integration.Integration;
import se.fixamingata.mail.ReportFacts;
import se.fixamingata.municipality.Authority;
import se.fixamingata.notification.MailContent;
import se.fixamingata.notification.MailTask;
import se.fixamingata.notification.Notification;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.shared.Language;

/**
 * What the mails say when nothing goes through to an authority, and when something does again: in the language of whoever has an
 * account, and in both for an address that is nobody's.
 */
@ApplicationScoped
public class AlarmMails implements MailContent {

    private static final String WAS_TOLD =
            "select count(n) from Notification n where n.kind = :kind and n.subjectId = :alarm"
                    + " and n.recipient = :recipient and n.sentAt is not null";

    private static final String LAST_ANSWER =
            "select a.answer from DeliveryAttempt a, Delivery d where a.deliveryId = d.id and d.authorityCode = :authority"
                    + " and d.state in :states and a.answer is not null and a.answer not like 'Not called:%'"
                    + " order by a.startedAt desc, a.id desc";

    private static final String LEFT =
            "select count(d) from Delivery d where d.authorityCode = :authority and d.state in :states";

    private static final Set<DeliveryState> OPEN =
            EnumSet.of(DeliveryState.DUE, DeliveryState.TO_FETCH, DeliveryState.PARKED, DeliveryState.BOUNCED);

    private static final int ANSWER_MAX = 300;

    @Inject
    EntityManager em;

    @Inject
    ServiceSettings service;

    @Inject
    OpenUpdates updates;

    /** For the container. */
    public AlarmMails() {}

    /** For tests. */
    AlarmMails(EntityManager em, ServiceSettings service) {
        this.em = em;
        this.service = service;
        this.updates = new OpenUpdates(em);
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

    /** Whose address it is; empty for a list or a mailbox of several, whose language nobody knows. */
    static Optional<Account> account(EntityManager em, String address) {
        return em.createNamedQuery("Account.byEmail", Account.class)
                .setParameter("email", address)
                .getResultStream()
                .findFirst();
    }

    private Map<String, Object> values(Alarm alarm, Notification notification) {
        Authority authority = em.find(Authority.class, alarm.authorityCode());
        Map<String, Object> values = new HashMap<>();
        values.put("home", service.publicUrl());
        values.put("contact", service.contactEmail());
        values.put("link", service.link("/handlaggning/integration?a=" + authority.slug()));
        values.put("authority", authority.name());
        values.put("both", account(em, notification.recipient()).isEmpty());
        values.put("silent", alarm.isSilent());
        values.put("one", alarm.waiting() == 1);
        values.put("several", alarm.waiting() > 1);
        values.put("waiting", alarm.waiting());
        values.put("stuck", alarm.waiting() > 0);
        boolean noReports = alarm.waiting() == 0;
        values.put("wordsOne", alarm.words() == 1);
        values.put("wordsSeveral", alarm.words() > 1);
        values.put("words", alarm.words());
        values.put("wordsOnly", noReports && alarm.words() > 0);
        values.put("silentOnly", noReports && alarm.words() == 0 && alarm.isSilent());
        values.put("bouncedOnly", noReports && alarm.words() == 0 && !alarm.isSilent());
        values.put("bouncedOne", alarm.bounced() == 1);
        values.put("bouncedSeveral", alarm.bounced() > 1);
        values.put("bounced", alarm.bounced());
        values.put("fetched", isFetched(alarm));
        String answer = lastAnswer(alarm);
        values.put("answerSv", AlarmReasons.words(answer, Language.SV));
        values.put("answerEn", AlarmReasons.words(answer, Language.EN));
        left(values, alarm);
        moments(values, "oldest", alarm.oldestAt());
        moments(values, "raised", alarm.raisedAt());
        moments(values, "ended", alarm.endedAt());
        return values;
    }

    private static void moments(Map<String, Object> values, String name, Instant at) {
        values.put(name + "Sv", at == null ? "" : ReportFacts.moment(at, Language.SV));
        values.put(name + "En", at == null ? "" : ReportFacts.moment(at, Language.EN));
    }

    private boolean isFetched(Alarm alarm) {
        Integration way = em.find(Integration.class, alarm.authorityCode());
        return way != null && way.channel() == ChannelKind.PULL;
    }

    /** What has not arrived now, whatever it was when the alarm began. */
    private void left(Map<String, Object> values, Alarm alarm) {
        long left = em.createQuery(LEFT, Long.class)
                .setParameter("authority", alarm.authorityCode())
                .setParameter("states", OPEN)
                .getSingleResult();
        values.put("left", left);
        values.put("leftNone", left == 0);
        values.put("leftOne", left == 1);
        values.put("leftSeveral", left > 1);
        long words = updates.count(alarm.authorityCode());
        values.put("wordsLeft", words);
        values.put("wordsLeftOne", words == 1);
        values.put("wordsLeftSeveral", words > 1);
    }

    /** What their side said last, or why there was nobody; without what tells of a person. Empty when nothing was tried. */
    private String lastAnswer(Alarm alarm) {
        Optional<String> said = Optional.empty();
        if (alarm.waiting() + alarm.bounced() > 0) {
            said = em.createQuery(LAST_ANSWER, String.class)
                    .setParameter("authority", alarm.authorityCode())
                    .setParameter("states", EnumSet.of(DeliveryState.DUE, DeliveryState.PARKED, DeliveryState.BOUNCED))
                    .setMaxResults(1)
                    .getResultStream()
                    .findFirst();
        } else if (alarm.words() > 0) {
            said = updates.lastAnswer(alarm.authorityCode());
        }
        return said.map(Faults::clean)
                .map(text -> text.length() > ANSWER_MAX ? text.substring(0, ANSWER_MAX) + "…" : text)
                .orElse("");
    }
}
