package se.fixamingata.open311.client.polling;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixamingata.sending.SendingSettings;

/**
 * Visits servers away from the queues: a slow one must keep nobody's mail waiting. A worker and not a batch job, since each visit is
 * short, comes back every few minutes, and keeps in the endpoint's row where it was.
 */
@ApplicationScoped
public class PollingWorker {

    private static final System.Logger LOG = System.getLogger(PollingWorker.class.getName());

    private static final String SERVER =
            "server-" + UUID.randomUUID().toString().substring(0, 13);

    @Resource
    ManagedExecutorService container;

    @Inject
    EndpointVisits visits;

    @Inject
    SendingSettings settings;

    @Inject
    @ConfigProperty(name = "fmg.open311.poll.workers")
    int workers;

    private final AtomicInteger running = new AtomicInteger();
    private final AtomicLong rounds = new AtomicLong();

    /** Has the due ones visited soon; returns at once. */
    public void nudge() {
        if (!settings.isEnabled()) {
            return;
        }
        if (running.incrementAndGet() > workers) {
            running.decrementAndGet();
            return;
        }
        try {
            container.execute(this::round);
        } catch (RejectedExecutionException busy) {
            running.decrementAndGet();
            LOG.log(System.Logger.Level.WARNING, "No thread to ask with; the timer tries again: {0}", busy.toString());
        }
    }

    private void round() {
        try {
            while (visits.visitOne(SERVER + "/poll-" + rounds.incrementAndGet())) {
                // Until nobody is due.
            }
        } catch (RuntimeException broken) {
            LOG.log(System.Logger.Level.ERROR, "Asking the authorities' servers failed", broken);
        } finally {
            running.decrementAndGet();
        }
    }
}
