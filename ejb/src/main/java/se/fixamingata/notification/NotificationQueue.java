package se.fixamingata.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.fixamingata.mail.MailConnection;
import se.fixamingata.mail.Mailer;
import se.fixamingata.sending.AttemptOutcome;
import se.fixamingata.sending.AttemptResult;
import se.fixamingata.sending.HandOver;
import se.fixamingata.sending.OutcomeKeeper;
import se.fixamingata.sending.OutgoingQueue;
import se.fixamingata.sending.SendingFigures;
import se.fixamingata.sending.ShortTransaction;
import se.fixamingata.shared.SqlTime;

/** The queue of mails to people. */
@ApplicationScoped
public class NotificationQueue extends OutgoingQueue<Notification, MailTask, MailConnection> {

    private static final String DUE =
            """
            select * from notification
             where state = 'DUE' and next_attempt_at <= ?1 and (lease_until is null or lease_until <= ?1)
             order by next_attempt_at
             limit ?2
               for update skip locked""";

    @Inject
    EntityManager em;

    private final Mailer mailer;
    private final MailWriting writing;

    /** For the container's proxies. */
    protected NotificationQueue() {
        this(null, null, null, null, null);
    }

    @Inject
    NotificationQueue(
            ShortTransaction transaction, OutcomeKeeper outcomes, Clock clock, Mailer mailer, MailWriting writing) {
        super(transaction, outcomes, clock);
        this.mailer = mailer;
        this.writing = writing;
    }

    @Override
    public String name() {
        return SendingFigures.NOTIFICATIONS;
    }

    @Override
    @SuppressWarnings("unchecked")
    protected List<Notification> lockDue(Instant now, int most) {
        return em.createNativeQuery(DUE, Notification.class)
                .setParameter(1, SqlTime.text(now))
                .setParameter(2, most)
                .getResultList();
    }

    @Override
    protected Optional<Notification> lock(long id) {
        return Optional.ofNullable(em.find(Notification.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    protected long id(Notification notification) {
        return notification.id();
    }

    @Override
    protected boolean isDue(Notification notification) {
        return notification.state() == NotificationState.DUE;
    }

    @Override
    protected void closeAbandoned(Notification notification, Instant now) {
        if (notification.isHandedOver()) {
            notification.failed(AttemptOutcome.UNKNOWN, "our server stopped after handing it over", now);
        } else {
            notification.failed(AttemptOutcome.INTERRUPTED, "our server stopped before handing it over", now);
        }
    }

    @Override
    protected Optional<MailTask> prepare(Notification notification) {
        Optional<MailTask> task = writing.prepare(notification);
        if (task.isEmpty()) {
            notification.obsolete();
        }
        return task;
    }

    @Override
    protected MailConnection open() {
        return mailer.connection();
    }

    @Override
    protected AttemptResult send(MailTask task, MailConnection connection, HandOver handOver) {
        return connection.send(writing.write(task), handOver);
    }

    @Override
    protected void noteHandOver(Notification notification, Instant began, Instant now) {
        notification.handOver(now);
    }

    @Override
    protected void noteOutcome(Notification notification, Instant began, AttemptResult result, Instant now) {
        if (result.outcome() == AttemptOutcome.ACCEPTED) {
            notification.sent(now);
        } else {
            notification.failed(result.outcome(), result.answer(), now);
        }
    }

    @Override
    public Map<String, Long> countByState() {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (NotificationState state : NotificationState.values()) {
            counts.put(state.name().toLowerCase(Locale.ROOT), 0L);
        }
        for (Object[] row :
                em.createNamedQuery("Notification.countByState", Object[].class).getResultList()) {
            counts.put(((NotificationState) row[0]).name().toLowerCase(Locale.ROOT), (Long) row[1]);
        }
        return counts;
    }

    @Override
    public Optional<Instant> oldestDue() {
        return em.createNamedQuery("Notification.oldestDue", Instant.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
