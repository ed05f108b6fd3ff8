package se.fixamingata.shared;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells an outage, which passes, from a mistake of ours: by what the driver and the container's pool say when there is no connection. */
public final class DatabaseAway {

    /** SQL state class 08 is "connection exception" in the standard. */
    private static final String CONNECTION_STATES = "08";

    private static final int DEEPEST = 30;

    private DatabaseAway() {}

    /** The failed connection among the causes, in the words of whoever missed it; empty when it is something else. */
    public static Optional<String> in(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .filter(DatabaseAway::isNoConnection)
                .map(cause -> cause.getClass().getSimpleName() + ": " + cause.getMessage())
                .findFirst();
    }

    private static boolean isNoConnection(Throwable cause) {
        if (cause instanceof SQLNonTransientConnectionException || cause instanceof SQLTransientConnectionException) {
            return true;
        }
        if (cause instanceof SQLException sql
                && sql.getSQLState() != null
                && sql.getSQLState().startsWith(CONNECTION_STATES)) {
            return true;
        }
        // Payara's pool: nothing free in time, or nothing to be made. A class of the server's, so known by its name.
        return cause.getClass().getSimpleName().equals("PoolingException");
    }
}
