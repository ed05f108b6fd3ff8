package se.fixamingata.incomingmail.waiting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.fixamingata.account.Role;
import se.fixamingata.incomingmail.MailState;
import se.fixamingata.mail.ReportFacts;
import se.fixamingata.municipality.Authority;
import se.fixamingata.notification.MailContent;
import se.fixamingata.notification.MailTask;
import se.fixamingata.notification.Notification;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.settings.ServiceSettings;

/** What that mail says: how many wait, and since when. Nothing of what they say. */
@ApplicationScoped
public class WaitingMails implements MailContent {

    private static final String WAITING =
            " from IncomingMail m where m.state = :waiting and m.authorityCode = :authority and m.reportId is not null";

    private static final String STILL = "select count(s) from StaffMember s, Account a where a.id = s.accountId"
            + " and a.email = :recipient and s.authorityCode = :authority and s.role = :administrator";

    @Inject
    EntityManager em;

    @Inject
    ServiceSettings service;

    /** For the container. */
    public WaitingMails() {}

    /** For tests. */
    WaitingMails(EntityManager em, ServiceSettings service) {
        this.em = em;
        this.service = service;
    }

    @Override
    public Set<NotificationKind> kinds() {
        return EnumSet.of(NotificationKind.REPLIES_WAIT);
    }

    /** Nobody is told who is no administrator there any more, nor when somebody has decided about them all in between. */
    @Override
    public Optional<MailTask> prepare(Notification notification) {
        WaitingDigest digest = em.find(WaitingDigest.class, notification.subjectId());
        if (digest == null || !isAdministrator(notification.recipient(), digest.authorityCode())) {
            return Optional.empty();
        }
        String authority = digest.authorityCode();
        long count = waiting("select count(m)" + WAITING, Long.class, authority).getSingleResult();
        return waiting("select m.receivedAt" + WAITING + " order by m.receivedAt", Instant.class, authority)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(oldest ->
                        MailTask.of(notification, values(notification, authority, count, oldest), Optional.empty()));
    }

    private <T> TypedQuery<T> waiting(String query, Class<T> type, String authorityCode) {
        return em.createQuery(query, type)
                .setParameter("waiting", MailState.WAITING)
                .setParameter("authority", authorityCode);
    }

    private boolean isAdministrator(String address, String authorityCode) {
        return em.createQuery(STILL, Long.class)
                        .setParameter("recipient", address)
                        .setParameter("authority", authorityCode)
                        .setParameter("administrator", Role.ADMINISTRATOR)
                        .getSingleResult()
                > 0;
    }

    private Map<String, Object> values(Notification notification, String authorityCode, long count, Instant oldest) {
        Authority authority = em.find(Authority.class, authorityCode);
        Map<String, Object> values = new HashMap<>();
        values.put("home", service.publicUrl());
        values.put("contact", service.contactEmail());
        values.put("link", service.link("/handlaggning/integration/post?a=" + authority.slug()));
        values.put("authority", authority.name());
        values.put("one", count == 1);
        values.put("several", count > 1);
        values.put("waiting", count);
        values.put("oldest", ReportFacts.moment(oldest, notification.language()));
        return values;
    }
}
