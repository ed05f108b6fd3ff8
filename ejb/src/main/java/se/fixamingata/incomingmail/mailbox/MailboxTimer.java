package se.fixamingata.incomingmail.mailbox;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import se.fixamingata.incomingmail.MailWorker;
import se.fixamingata.jobs.JobLeases;

/** Looks into the mailbox every so often, one server at a time, and has what came judged. */
@Startup
@Singleton
@DependsOn("SchemaMigration")
public class MailboxTimer {

    private static final System.Logger LOG = System.getLogger(MailboxTimer.class.getName());
    private static final String LEASE = "read-mailbox";

    /** Longer than a round takes; two servers at once would do no harm, only work. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    @Inject
    MailboxSettings settings;

    @Inject
    Mailbox mailbox;

    @Inject
    MailWorker worker;

    @Inject
    JobLeases leases;

    @Inject
    Clock clock;

    private Instant next = Instant.MIN;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false, info = "mailbox")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void comeBy() {
        if (!settings.isUsed() || clock.instant().isBefore(next)) {
            return;
        }
        try {
            read();
            worker.work();
        } catch (RuntimeException away) {
            // The container drops a timer after an exception.
            LOG.log(System.Logger.Level.WARNING, "Mail cannot be judged now, again soon", away);
        }
        next = clock.instant().plus(settings.interval());
    }

    private void read() {
        if (!leases.acquire(LEASE, LONGEST)) {
            return;
        }
        try {
            mailbox.empty();
        } catch (MessagingException away) {
            LOG.log(System.Logger.Level.WARNING, "The mailbox cannot be read now, again soon: {0}", away.toString());
        } finally {
            leases.release(LEASE);
        }
    }
}
