package se.fixamingata.open311.client;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How long to wait before asking about a token again: minutes at first, then hours, for a month. */
public final class TokenPauses {

    /** Some systems wait for a person to look; nobody looks after a month. */
    static final Duration PATIENCE = Duration.ofDays(30);

    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12));

    private TokenPauses() {}

    /**
     * When to ask next; empty for never.
     *
     * @param polls how often it has been asked, at least 1
     */
    public static Optional<Instant> next(int polls, Instant since, Instant now) {
        Instant next = now.plus(PAUSES.get(Math.min(polls, PAUSES.size()) - 1));
        return next.isAfter(since.plus(PATIENCE)) ? Optional.empty() : Optional.of(next);
    }
}
