package se.fixamingata.sending;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * The order of steps that makes "nothing lost, nothing twice" (R25) true for any kind of row. Each step is one short transaction, and
 * none is open while the outside is talked to:
 *
 * <ol>
 * <li><b>lease</b> due rows, passing over those that another worker holds. A lease found run out is a server that died: what it had
 *     handed over is of unknown outcome, what it had not is simply tried again;
 * <li><b>prepare</b> one row: decide from today's data whether and what to send;
 * <li>talk; at the last moment <b>hand over</b>: committed before the other side can have the message;
 * <li>write the <b>outcome</b>.
 * </ol>
 *
 * @param <R> the row
 * @param <T> what is to be sent, apart from the row
 * @param <W> the way to the outside, opened once a round
 */
public abstract class OutgoingQueue<R extends Outgoing, T, W extends AutoCloseable> implements QueueFigures {

    private static final System.Logger LOG = System.getLogger(OutgoingQueue.class.getName());

    private final ShortTransaction transaction;
    private final OutcomeKeeper outcomes;
    private final Clock clock;

    /** For the container's proxies: of a bean that has a type without such a constructor it makes one for each type that is asked for. */
    protected OutgoingQueue() {
        this(null, null, null);
    }

    protected OutgoingQueue(ShortTransaction transaction, OutcomeKeeper outcomes, Clock clock) {
        this.transaction = transaction;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /** The row, locked until the transaction ends; empty when it is gone. */
    protected abstract Optional<R> lock(long id);

    protected abstract long id(R row);

    /** Whether it is still to be sent. */
    protected abstract boolean isDue(R row);

    /** A lease ran out: write down what its holder left, and count it as the attempt that it was. */
    protected abstract void closeAbandoned(R row, Instant now);

    /** What to send, from today's data; empty when there is nothing to send after all, and the row says why. */
    protected abstract Optional<T> prepare(R row);

    /** The way to the outside for one round. Connects to nothing yet. */
    protected abstract W open();

    /** Sends, with no transaction open. */
    protected abstract AttemptResult send(T task, W way, HandOver handOver);

    /** The message is about to be handed over. */
    protected abstract void noteHandOver(R row, Instant began, Instant now);

    /** The attempt has ended. */
    protected abstract void noteOutcome(R row, Instant began, AttemptResult result, Instant now);

    /**
     * Leases those rows, tries each once and records how it went.
     *
     * @param owner this round's name, never used before
     * @param due rows that nobody holds, locked until the transaction ends; rows that are locked already are passed over
     * @return how many there were
     */
    protected int workOffThose(String owner, Function<Instant, List<R>> due) {
        Leased leased = transaction.call(() -> lease(owner, due));
        if (leased.ids.isEmpty()) {
            return leased.found;
        }
        W way = open();
        try {
            for (long id : leased.ids) {
                attempt(owner, id, way);
            }
        } finally {
            close(way);
        }
        return leased.found;
    }

    private Leased lease(String owner, Function<Instant, List<R>> due) {
        Instant now = clock.instant();
        List<R> rows = due.apply(now);
        List<Long> ids = new ArrayList<>();
        for (R row : rows) {
            if (row.isLeased()) {
                closeAbandoned(row, now);
            }
            if (isDue(row) && !row.nextAttemptAt().isAfter(now)) {
                row.lease(Lease.from(owner, now));
                ids.add(id(row));
            }
        }
        return new Leased(rows.size(), ids);
    }

    private void attempt(String owner, long id, W way) {
        Instant began = clock.instant();
        try {
            Optional<AttemptResult> result = tryRow(owner, id, began, way);
            result.ifPresent(how -> outcomes.write(() -> finish(owner, id, began, how)));
        } catch (LeaseLost lost) {
            LOG.log(System.Logger.Level.INFO, "{0}: row {1} is somebody else''s by now", name(), String.valueOf(id));
        }
    }

    private Optional<AttemptResult> tryRow(String owner, long id, Instant began, W way) {
        AtomicBoolean handedOver = new AtomicBoolean();
        HandOver handOver = () -> {
            handOver(owner, id, began);
            handedOver.set(true);
        };
        try {
            return transaction.call(() -> prepare(begun(owner, id))).map(task -> send(task, way, handOver));
        } catch (LeaseLost lost) {
            throw lost;
        } catch (RuntimeException broken) {
            // One bad row must stop neither the others nor the worker; it is tried again and, after seven days, parked
            // and shown.
            String incident = UUID.randomUUID().toString();
            LOG.log(System.Logger.Level.ERROR, name() + ": incident " + incident, broken);
            String told = "Our own fault, incident " + incident;
            // Once handed over, nobody can say that it was not taken.
            return Optional.of(handedOver.get() ? AttemptResult.unknown(told) : AttemptResult.temporary(told));
        }
    }

    /**
     * The row, its lease beginning anew: rows of one round wait for each other, and a slow server must not cost those at the end
     * theirs. One that ran out meanwhile counts as long as nobody else has taken the row.
     */
    private R begun(String owner, long id) {
        R row = lock(id).filter(found -> isDue(found) && found.wasLastHeldBy(owner))
                .orElseThrow(LeaseLost::new);
        row.lease(Lease.from(owner, clock.instant()));
        return row;
    }

    private R held(String owner, long id) {
        return lock(id).filter(row -> isDue(row) && row.isHeldBy(owner, clock.instant()))
                .orElseThrow(LeaseLost::new);
    }

    private void handOver(String owner, long id, Instant began) {
        transaction.run(() -> {
            R row = held(owner, id);
            Instant now = clock.instant();
            row.lease(Lease.from(owner, now));
            noteHandOver(row, began, now);
        });
    }

    private void finish(String owner, long id, Instant began, AttemptResult result) {
        // A lease that ran out counts as long as nobody else has taken the row: the outcome is known after all.
        lock(id).filter(row -> row.wasLastHeldBy(owner))
                .ifPresent(row -> noteOutcome(row, began, result, clock.instant()));
    }

    private void close(W way) {
        try {
            way.close();
        } catch (Exception ending) {
            LOG.log(System.Logger.Level.DEBUG, "{0}: closing: {1}", name(), ending.toString());
        }
    }

    private record Leased(int found, List<Long> ids) {}
}
