package se.fixamingata.incoming;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import se.fixamingata.sending.SendingSettings;
import se.fixamingata.shared.BackgroundThreads;

/**
 * Has waiting pictures fetched, away from the queues: a slow machine with a picture must not keep anybody's mail waiting. One round at a
 * time on a server.
 */
@ApplicationScoped
public class RemotePhotoWorker {

    private static final System.Logger LOG = System.getLogger(RemotePhotoWorker.class.getName());

    private static final String SERVER =
            "server-" + UUID.randomUUID().toString().substring(0, 13);

    /** Rows that one round looks at before it looks around; each may take as long as {@link RemotePhotoFetching} waits. */
    private static final int BATCH = 4;

    @Inject
    BackgroundThreads container;

    @Inject
    RemotePhotoFetching fetching;

    @Inject
    SendingSettings settings;

    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicLong rounds = new AtomicLong();

    void afterCommit(@Observes(during = TransactionPhase.AFTER_SUCCESS) RemotePhotoDue due) {
        nudge();
    }

    /** Has what is due fetched soon; returns at once. What comes while a round runs is seen by the timer at the latest. */
    public void nudge() {
        if (!settings.isEnabled() || !running.compareAndSet(false, true)) {
            return;
        }
        try {
            container.execute(this::round);
        } catch (RejectedExecutionException busy) {
            running.set(false);
            LOG.log(System.Logger.Level.WARNING, "No thread to fetch pictures with: {0}", busy.toString());
        }
    }

    private void round() {
        try {
            String owner = SERVER + "/" + rounds.incrementAndGet();
            while (fetching.workOff(owner, BATCH) > 0) {
                // Until nothing is due.
            }
        } catch (RuntimeException broken) {
            LOG.log(System.Logger.Level.ERROR, "Fetching pictures failed", broken);
        } finally {
            running.set(false);
        }
    }
}
