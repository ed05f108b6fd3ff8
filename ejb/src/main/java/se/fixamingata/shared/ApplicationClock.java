package se.fixamingata.shared;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;

/** The one source of time. Microseconds, because that is what the database keeps: a value read back equals the one written. */
@Dependent
public class ApplicationClock {

    @Produces
    @Dependent
    public Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }
}
