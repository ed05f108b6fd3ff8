package se.fixamingata.sending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Works off lanes, each on a thread of its own for a turn, as far as {@link Lanes} has places. Many nudges while it looks are one look.
 */
public final class LaneRunner {

    private static final System.Logger LOG = System.getLogger(LaneRunner.class.getName());

    /** After that a lane with more to do lets others in. */
    private static final Duration TURN = Duration.ofSeconds(10);

    private static final Duration JUST_NOW = Duration.ofSeconds(1);

    /** Told apart in the database: which server, which start of it. */
    private static final String SERVER =
            "server-" + UUID.randomUUID().toString().substring(0, 13);

    /** What is done in a lane. */
    public interface Work {

        /** The lanes in which there is anything to do. */
        List<String> due();

        /**
         * Does some of it.
         *
         * @param owner this round's name, never used before
         * @return how much was done; 0 for nothing any more
         */
        int work(String lane, String owner);
    }

    private final String name;
    private final Executor executor;
    private final Lanes lanes;
    private final Work work;
    private final Clock clock;
    private final AtomicBoolean looking = new AtomicBoolean();
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final AtomicLong nudges = new AtomicLong();
    private final AtomicLong rounds = new AtomicLong();

    /** @param name for the log, and for the names of rounds */
    public LaneRunner(String name, Executor executor, Lanes lanes, Work work, Clock clock) {
        this.name = name;
        this.executor = executor;
        this.lanes = lanes;
        this.work = work;
        this.clock = clock;
    }

    /** Has the lanes worked off soon; returns at once. */
    public void nudge() {
        nudges.incrementAndGet();
        if (looking.compareAndSet(false, true) && !executed(this::looks)) {
            looking.set(false);
        }
    }

    private void looks() {
        long seen;
        try {
            do {
                seen = nudges.get();
                look();
            } while (seen != nudges.get());
        } finally {
            looking.set(false);
        }
        if (seen != nudges.get()) {
            // A nudge came between the last look and the giving up of our place.
            nudge();
        }
    }

    private void look() {
        try {
            waiting.set(false);
            work.due().stream()
                    .distinct()
                    .sorted(Comparator.comparing(lanes::lastServed))
                    .forEach(this::start);
        } catch (RuntimeException broken) {
            // The timer comes by again.
            LOG.log(System.Logger.Level.ERROR, "Looking for " + name + " failed", broken);
        }
    }

    private void start(String lane) {
        if (!lanes.enter(lane)) {
            // Who has just had a place to no avail waits for the next nudge, or all of them would go round and round.
            boolean unserved = lanes.lastServed(lane).isBefore(clock.instant().minus(JUST_NOW));
            waiting.compareAndSet(false, unserved && !lanes.hasRoom());
        } else if (!executed(() -> turn(lane))) {
            lanes.leave(lane);
        }
    }

    private void turn(String lane) {
        int all = 0;
        try {
            Instant end = clock.instant().plus(TURN);
            int done;
            do {
                Instant began = clock.instant();
                done = work.work(lane, SERVER + "/" + name + "-" + rounds.incrementAndGet());
                lanes.took(lane, done, Duration.between(began, clock.instant()));
                all += done;
            } while (done > 0 && clock.instant().isBefore(end));
        } catch (RuntimeException broken) {
            // The other lanes must not suffer; the timer comes by again, and leases run out by themselves.
            LOG.log(System.Logger.Level.ERROR, "Working off " + name + " of " + lane + " failed", broken);
        } finally {
            lanes.leave(lane);
        }
        if (all > 0 || waiting.get()) {
            nudge();
        }
    }

    private boolean executed(Runnable task) {
        try {
            executor.execute(task);
            return true;
        } catch (RejectedExecutionException busy) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "No thread for {0}; the timer tries again: {1}",
                    name,
                    busy.toString());
            return false;
        }
    }
}
