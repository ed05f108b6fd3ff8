package se.fixamingata.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixamingata.shared.BackgroundThreads;

/**
 * Works off bulk changes, one at a time on each server, away from the request that ordered them. What a dead server left is taken up
 * when its lease has run out; the timer of {@link BulkTimer} comes by for that.
 */
@ApplicationScoped
public class BulkWorker {

    private static final System.Logger LOG = System.getLogger(BulkWorker.class.getName());

    /** Told apart in the database: which server, which start of it. */
    private static final String SERVER =
            "server-" + UUID.randomUUID().toString().substring(0, 13);

    /** So often a report may fail, at least a timer's round apart. */
    static final int FAILURES_MOST = 3;

    @Inject
    BackgroundThreads container;

    @Inject
    BulkPortions portions;

    @Inject
    @ConfigProperty(name = "fmg.bulk.portion")
    int portion;

    /** By bulk change: how often its next report has failed in a row. A restart counts anew. */
    private final Map<Long, Integer> failures = new ConcurrentHashMap<>();

    private Executor executor;
    private final AtomicBoolean busy = new AtomicBoolean();

    /** For the container. */
    public BulkWorker() {}

    /** For tests. */
    BulkWorker(BulkPortions portions, int portion, Executor executor) {
        this.portions = portions;
        this.portion = portion;
        this.executor = executor;
    }

    void afterCommit(@Observes(during = TransactionPhase.AFTER_SUCCESS) BulkDue due) {
        nudge();
    }

    /** Has them worked off soon; returns at once. */
    public void nudge() {
        if (!busy.compareAndSet(false, true)) {
            return;
        }
        try {
            (executor == null ? container : executor).execute(this::round);
        } catch (RejectedExecutionException full) {
            busy.set(false);
            LOG.log(
                    System.Logger.Level.WARNING,
                    "No thread to change with; the timer tries again: {0}",
                    full.toString());
        }
    }

    private void round() {
        try {
            String owner = SERVER + "/" + UUID.randomUUID();
            Set<Long> seen = new HashSet<>();
            for (Optional<Long> next = portions.next(seen); next.isPresent(); next = portions.next(seen)) {
                seen.add(next.get());
                workOff(next.get(), owner);
            }
        } catch (RuntimeException broken) {
            LOG.log(System.Logger.Level.ERROR, "Working off bulk changes failed; the timer tries again", broken);
        } finally {
            busy.set(false);
        }
    }

    /**
     * One report that cannot be changed must not keep the others waiting: after a failure they are tried one by one until it is found.
     * It is left alone only when it has failed several times, some time apart: a server that is going down, or a database that is away,
     * is no reason to skip anything.
     */
    void workOff(long id, String owner) {
        boolean more = true;
        while (more) {
            try {
                more = portions.work(id, owner, portion);
                failures.remove(id);
            } catch (RuntimeException broken) {
                LOG.log(System.Logger.Level.WARNING, "A portion of bulk change " + id + " failed", broken);
                more = oneByOne(id, owner);
            }
        }
    }

    private boolean oneByOne(long id, String owner) {
        for (int i = 0; i < portion; i++) {
            try {
                boolean more = portions.work(id, owner, 1);
                failures.remove(id);
                if (!more) {
                    return false;
                }
            } catch (RuntimeException broken) {
                return giveUp(id);
            }
        }
        return true;
    }

    /** Whether to go on at once; otherwise the timer's next round tries the same report again. */
    private boolean giveUp(long id) {
        if (failures.merge(id, 1, Integer::sum) < FAILURES_MOST) {
            portions.release(id);
            return false;
        }
        failures.remove(id);
        portions.skipNext(id);
        return true;
    }
}
