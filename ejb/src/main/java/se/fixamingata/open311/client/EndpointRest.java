package se.fixamingata.open311.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import se.fixamingata.integration.ServerAnswersAgain;
import se.fixamingata.sending.AttemptResult;

/**
 * Leaves a server alone for a while that did not answer: waiting for it again and again would hold up everybody else's reports. On this
 * server only, and forgotten at its end; what is due is in the rows.
 */
@ApplicationScoped
public class EndpointRest {

    private static final Duration SHORTEST = Duration.ofSeconds(30);
    private static final int DOUBLINGS = 5;
    private static final Set<String> SILENT = Set.of("slow", "unreachable", "certificate", "name", "network");

    private final Map<String, Rest> resting = new ConcurrentHashMap<>();
    private final Clock clock;

    private record Rest(Instant until, int times) {}

    /** For the container's proxies. */
    protected EndpointRest() {
        this(null);
    }

    @Inject
    public EndpointRest(Clock clock) {
        this.clock = clock;
    }

    /** Whether it is better not called now. */
    public boolean isResting(String authorityCode) {
        return left(authorityCode).isPresent();
    }

    /** How long it is better not called; empty when it may be. */
    private Optional<Duration> left(String authorityCode) {
        Rest rest = resting.get(authorityCode);
        Instant now = clock.instant();
        return rest != null && rest.until.isAfter(now)
                ? Optional.of(Duration.between(now, rest.until))
                : Optional.empty();
    }

    /** What becomes of an attempt to send it something now: none; empty when it may be called. */
    public Optional<AttemptResult> instead(String authorityCode) {
        return left(authorityCode)
                .map(pause -> AttemptResult.postponed("Not called: it did not answer a moment ago", pause));
    }

    /** It was asked by others, and answered. */
    void answered(@Observes ServerAnswersAgain event) {
        resting.remove(event.authorityCode());
    }

    /** Learns from a call. */
    public void after(String authorityCode, WireAnswer answer) {
        if (answer.heard() == WireAnswer.Heard.ANSWERED) {
            resting.remove(authorityCode);
        } else if (SILENT.contains(answer.reason())) {
            resting.compute(authorityCode, (code, before) -> {
                int times = before == null ? 0 : Math.min(before.times + 1, DOUBLINGS);
                return new Rest(clock.instant().plus(SHORTEST.multipliedBy(1L << times)), times);
            });
        }
    }
}
