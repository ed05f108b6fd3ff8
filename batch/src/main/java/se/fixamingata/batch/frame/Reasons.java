package se.fixamingata.batch.frame;

import java.util.stream.Stream;
import se.fixamingata.integration.Faults;

/**
 * What went wrong, in one line: the innermost cause, which says more than what it was wrapped in. Without addresses and numbers of people,
 * which databases and mail servers repeat in what they say: it is kept for a year.
 */
public final class Reasons {

    private static final int DEEPEST = 30;

    private Reasons() {}

    public static String of(Throwable failure) {
        Throwable innermost = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .reduce((outer, inner) -> inner)
                .orElse(failure);
        String message = innermost.getMessage();
        String name = innermost.getClass().getSimpleName();
        return message == null ? name : name + ": " + Faults.clean(message);
    }
}
