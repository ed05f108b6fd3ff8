package se.fixamingata.incomingmail.mailbox;

import jakarta.annotation.PostConstruct;
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
import se.fixamingata.incomingmail.Senders;
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
    MailboxHealth health;

    @Inject
    Senders senders;

    @Inject
    JobLeases leases;

    @Inject
    Clock clock;

    private Instant next = Instant.MIN;

    /** Nobody should believe that replies are published by themselves where nobody vouches for their senders. */
    @PostConstruct
    void warn() {
        if (settings.isUsed() && !senders.isVerifying()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "FMG_MAILBOX_AUTHSERV_ID is not set: senders of mail prove nothing, so every reply waits for approval");
        }
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false, info = "mailbox")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void comeBy() {
        if (!settings.isUsed() || clock.instant().isBefore(next)) {
            return;
        }
        boolean more = false;
        try {
            more = read();
            worker.work();
        } catch (RuntimeException away) {
            // The container drops a timer after an exception.
            LOG.log(System.Logger.Level.WARNING, "Mail cannot be judged now, again soon", away);
        }
        next = more ? clock.instant() : clock.instant().plus(settings.interval());
    }

    /** @return whether there is more than one round takes */
    private boolean read() {
        if (!leases.acquire(LEASE, LONGEST)) {
            return false;
        }
        try {
            int taken = mailbox.empty();
            health.works();
            return taken >= Mailbox.MOST;
        } catch (MessagingException away) {
            health.fails(away);
            return false;
        } finally {
            leases.release(LEASE);
        }
    }
}
