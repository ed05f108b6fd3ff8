package se.fixamingata.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import se.fixamingata.mail.MailConnection;
import se.fixamingata.mail.Mailer;
import se.fixamingata.sending.AttemptOutcome;
import se.fixamingata.sending.AttemptResult;
import se.fixamingata.sending.HandOver;
import se.fixamingata.sending.OutcomeKeeper;
import se.fixamingata.sending.OutgoingQueue;
import se.fixamingata.sending.QueueTable;
import se.fixamingata.sending.SendingFigures;
import se.fixamingata.sending.SendingQueue;
import se.fixamingata.sending.ShortTransaction;

/** The queue of mails to people. */
@ApplicationScoped
public class NotificationQueue extends OutgoingQueue<Notification, MailTask, MailConnection> implements SendingQueue {

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
    public int workOff(String owner, int most) {
        return workOffThose(owner, now -> table().lockDue(now, most));
    }

    @Override
    protected Optional<Notification> lock(long id) {
        return table().lock(id);
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
        // What waits for an address by now is still wanted.
        if (task.isEmpty() && isDue(notification)) {
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
        return table().countByState(NotificationState.values());
    }

    @Override
    public Optional<Instant> oldestDue() {
        return table().oldestDue();
    }

    private QueueTable<Notification> table() {
        return new QueueTable<>(em, Notification.class);
    }
}
