package se.fixamingata.shared;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Two transactions in each other's way: the database ends one of them, which has done nothing wrong and may simply be done again. A
 * person who has pressed a button is not to hear of it, and least of all to lose what was typed.
 *
 * <p>Counted as such: a deadlock, a lock that was waited for too long, and a row that somebody else has changed meanwhile.
 */
public final class Conflicts {

    /** The database has ended the work each time that it was tried. What was to be done is not done, and may be tried later. */
    public static final class Busy extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Busy(Throwable last) {
            super("The database has ended the work each time", last);
        }
    }

    private static final Logger LOG = System.getLogger(Conflicts.class.getName());

    /** Lock wait timeout; deadlock; record has changed since last read. */
    private static final Set<Integer> CODES = Set.of(1205, 1213, 1020);

    /** SQL state "serialization failure", which also what is emulated tells. */
    private static final String STATE = "40001";

    private static final int TRIES = 3;

    /** Waiting for locks may have taken all the time that a person waits for a page. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int DEEPEST = 30;

    private Conflicts() {}

    /** The conflict among the causes, in a word and without anything that was typed; empty when it is something else. */
    public static Optional<String> in(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .flatMap(cause -> name(cause).stream())
                .findFirst();
    }

    private static Optional<String> name(Throwable cause) {
        if (cause instanceof SQLException sql) {
            return CODES.contains(sql.getErrorCode()) || STATE.equals(sql.getSQLState())
                    ? Optional.of("error " + sql.getErrorCode())
                    : Optional.empty();
        }
        // The persistence provider has one of its own by that name. What it says of locks is no proof: a locking query
        // on a
        // database that is away ends so as well.
        return cause.getClass().getSimpleName().equals("OptimisticLockException")
                ? Optional.of(cause.getClass().getSimpleName())
                : Optional.empty();
    }

    /**
     * Does that, and does it again, twice at most, when the database has ended it for a conflict. For callers <em>outside</em> a
     * transaction, with one call of a use case, which is a transaction: what was ended has left nothing behind.
     *
     * @throws Busy when each time was in vain
     */
    public static <T> T retry(Supplier<T> work) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (int tried = 1; ; tried++) {
            try {
                return work.get();
            } catch (RuntimeException failure) {
                Optional<String> conflict = in(failure);
                if (conflict.isEmpty()) {
                    throw failure;
                }
                LOG.log(Level.INFO, "A conflict in the database ({0}), try {1} of {2}", conflict.get(), tried, TRIES);
                if (tried == TRIES || System.nanoTime() > end) {
                    throw new Busy(failure);
                }
            }
        }
    }

    /** As {@link #retry(Supplier)}, for work that gives nothing back. */
    public static void retry(Runnable work) {
        retry(() -> {
            work.run();
            return null;
        });
    }
}
