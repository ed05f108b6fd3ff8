package se.fixamingata.sending;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import se.fixamingata.shared.BackgroundThreads;

/**
 * Works off the queues, away from the request that filled them. Nudged after each commit that made something due, and by
 * {@link SendingTimer}; many nudges while it is busy are one.
 *
 * <p>A round goes through every queue until nothing is due. At most {@link SendingSettings#workers} rounds run at once on a server;
 * they, and those of other servers, share the rows by leases.
 */
@ApplicationScoped
public class SendingWorker {

    private static final System.Logger LOG = System.getLogger(SendingWorker.class.getName());

    /** Told apart in the database: which server, which start of it. */
    private static final String SERVER =
            "server-" + UUID.randomUUID().toString().substring(0, 13);

    @Inject
    BackgroundThreads container;

    @Inject
    @Any
    Instance<SendingQueue> containerQueues;

    @Inject
    SendingSettings settings;

    private Executor executor;
    private Iterable<SendingQueue> queues;
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicLong nudges = new AtomicLong();
    private final AtomicLong rounds = new AtomicLong();

    /** For the container. */
    public SendingWorker() {}

    /** For tests. */
    public SendingWorker(Executor executor, Iterable<SendingQueue> queues, SendingSettings settings) {
        this.executor = executor;
        this.queues = queues;
        this.settings = settings;
    }

    void afterCommit(@Observes(during = TransactionPhase.AFTER_SUCCESS) SendingDue due) {
        nudge();
    }

    /** Has the queues worked off soon; returns at once. */
    public void nudge() {
        if (!settings.isEnabled()) {
            return;
        }
        nudges.incrementAndGet();
        if (running.incrementAndGet() > settings.workers()) {
            running.decrementAndGet();
            return;
        }
        try {
            executor().execute(this::rounds);
        } catch (RejectedExecutionException busy) {
            running.decrementAndGet();
            LOG.log(System.Logger.Level.WARNING, "No thread to send with; the timer tries again: {0}", busy.toString());
        }
    }

    private void rounds() {
        long seen;
        try {
            do {
                seen = nudges.get();
                round();
            } while (seen != nudges.get());
        } finally {
            running.decrementAndGet();
        }
        if (seen != nudges.get()) {
            // A nudge came between the last look and the giving up of our place.
            nudge();
        }
    }

    private void round() {
        String owner = SERVER + "/" + rounds.incrementAndGet();
        for (SendingQueue queue : queues()) {
            try {
                while (queue.workOff(owner, settings.batch()) > 0) {
                    // Until nothing is due.
                }
            } catch (RuntimeException broken) {
                // The other queue must not suffer; the timer comes by again, and leases run out by themselves.
                LOG.log(System.Logger.Level.ERROR, "Working off the " + queue.name() + " failed", broken);
            }
        }
    }

    private Executor executor() {
        return executor == null ? container : executor;
    }

    private Iterable<SendingQueue> queues() {
        return queues == null ? containerQueues : queues;
    }
}
