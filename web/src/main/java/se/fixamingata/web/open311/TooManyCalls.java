package se.fixamingata.web.open311;

import java.time.Duration;
import java.util.List;
import se.fixamingata.open311.server.Refusal;

/** 429, with how long to wait. */
class TooManyCalls extends Refusal {

    private static final long serialVersionUID = 1L;

    private final long seconds;

    TooManyCalls(Duration wait) {
        super(429, List.of("Too many requests. Wait as long as Retry-After says"));
        this.seconds = wait.toSeconds();
    }

    long seconds() {
        return seconds;
    }
}
