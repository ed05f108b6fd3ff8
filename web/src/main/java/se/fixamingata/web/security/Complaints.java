package se.fixamingata.web.security;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/** What anybody can make happen as often as they like is said to the log once in a while, with how often it happened. */
final class Complaints {

    private final Duration every;
    private Instant next = Instant.MIN;
    private long unsaid;

    Complaints(Duration every) {
        this.every = every;
    }

    /** It has happened again. @return how often since it was last said, when it is to be said now */
    synchronized OptionalLong count(Instant now) {
        unsaid++;
        if (now.isBefore(next)) {
            return OptionalLong.empty();
        }
        long told = unsaid;
        unsaid = 0;
        next = now.plus(every);
        return OptionalLong.of(told);
    }
}
