package se.fixamingata.sending;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/**
 * Writes down how an attempt ended, and does not give up at the first sign of trouble: a database that is gone for some seconds must
 * not turn "delivered" into "unknown", which would send the message a second time.
 *
 * <p>Stops well before the lease that was prolonged at hand-over runs out. What is still unwritten then is found by the next worker as
 * a run-out lease.
 */
@ApplicationScoped
public class OutcomeKeeper {

    private static final System.Logger LOG = System.getLogger(OutcomeKeeper.class.getName());
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMillis(200),
            Duration.ofSeconds(1),
            Duration.ofSeconds(3),
            Duration.ofSeconds(6),
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20));

    private final ShortTransaction transaction;
    private final Pause pause;

    /** How to wait; tests do not. */
    @FunctionalInterface
    public interface Pause {
        void of(Duration time) throws InterruptedException;
    }

    /** For the container's proxies. */
    protected OutcomeKeeper() {
        this(null, null);
    }

    @Inject
    public OutcomeKeeper(ShortTransaction transaction) {
        this(transaction, time -> Thread.sleep(time.toMillis()));
    }

    /** For tests. */
    public OutcomeKeeper(ShortTransaction transaction, Pause pause) {
        this.transaction = transaction;
        this.pause = pause;
    }

    /**
     * Runs that in a transaction of its own, again after a pause when the database did not take it, for about a minute.
     *
     * @throws RuntimeException when the database did not take it in all that time
     */
    public void write(Runnable outcome) {
        for (Duration wait : PAUSES) {
            if (tried(outcome) || !waited(wait)) {
                return;
            }
        }
        transaction.run(outcome);
    }

    private boolean tried(Runnable outcome) {
        try {
            transaction.run(outcome);
            return true;
        } catch (RuntimeException gone) {
            LOG.log(System.Logger.Level.WARNING, "An outcome could not be written, trying again: {0}", gone.toString());
            return false;
        }
    }

    private boolean waited(Duration time) {
        try {
            pause.of(time);
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            LOG.log(System.Logger.Level.WARNING, "The server stops with an outcome unwritten");
            return false;
        }
    }
}
