package se.fixamingata.open311.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixamingata.sending.AttemptOutcome;
import se.fixamingata.sending.AttemptResult;

/**
 * What may have arrived is left alone for a while, looked for, and looked for once more before it is sent again: what some have answered
 * nothing, 500 or their proxy's 504 to, they store minutes later.
 */
@ApplicationScoped
public class SecondLook {

    private final Duration pause;
    private final Clock clock;

    /** For the container's proxies. */
    protected SecondLook() {
        this(null, null);
    }

    /** @param pause before the first look, and between the two */
    @Inject
    public SecondLook(@ConfigProperty(name = "fmg.open311.look.after") Duration pause, Clock clock) {
        this.pause = pause;
        this.clock = clock;
    }

    /** How something posted ended. */
    public AttemptResult posted(AttemptOutcome outcome, String told) {
        return outcome == AttemptOutcome.UNKNOWN
                ? new AttemptResult(outcome, told, pause)
                : new AttemptResult(outcome, told);
    }

    /** Whether what is not there now was not there that long ago either. @param before null when it was not looked for */
    public boolean isSecond(Instant before) {
        return before != null && !before.plus(pause).isAfter(clock.instant());
    }

    /** It is not there; what may be on its way still will have come by the next look. */
    public AttemptResult notFound() {
        return new AttemptResult(AttemptOutcome.NOT_FOUND, "Looked for, not found", pause);
    }
}
