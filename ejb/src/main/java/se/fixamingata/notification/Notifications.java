package se.fixamingata.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import se.fixamingata.mail.MessageIds;
import se.fixamingata.sending.SendingDue;
import se.fixamingata.shared.Language;

/** The one way to have a mail sent to a person. */
@ApplicationScoped
public class Notifications {

    @Inject
    EntityManager em;

    private final MessageIds messageIds;
    private final Event<SendingDue> due;
    private final Clock clock;

    /** For the container's proxies. */
    protected Notifications() {
        this(null, null, null);
    }

    @Inject
    public Notifications(MessageIds messageIds, Event<SendingDue> due, Clock clock) {
        this.messageIds = messageIds;
        this.due = due;
        this.clock = clock;
    }

    /** For tests. */
    public Notifications(EntityManager em, MessageIds messageIds, Event<SendingDue> due, Clock clock) {
        this(messageIds, due, clock);
        this.em = em;
    }

    /**
     * Writes the row in the caller's transaction; the mail leaves within seconds after its commit, and not at all if it is rolled back.
     *
     * @param recipient one e-mail address
     * @param language the language in which the person is written to
     */
    public void plan(NotificationKind kind, long reportId, String recipient, Language language) {
        plan(kind, reportId, null, recipient, language);
    }

    /**
     * As {@link #plan(NotificationKind, long, String, Language)}, for a mail about something of a report, or about no report.
     *
     * @param reportId null for what is not about a report
     * @param subjectId what exactly it tells of, as the kind says; null when that is the report
     */
    public void plan(NotificationKind kind, Long reportId, Long subjectId, String recipient, Language language) {
        em.persist(
                new Notification(kind, reportId, subjectId, recipient, language, messageIds.next(), clock.instant()));
        due.fire(new SendingDue());
    }

    /**
     * Takes back what has not left yet, for example because its recipient turned out to be the wrong one. Needs a transaction; whoever
     * is sending one of them at this moment loses it to the version.
     */
    public void withdraw(NotificationKind kind, long reportId) {
        em.createNamedQuery("Notification.withdraw")
                .setParameter("kind", kind)
                .setParameter("report", reportId)
                .executeUpdate();
    }
}
