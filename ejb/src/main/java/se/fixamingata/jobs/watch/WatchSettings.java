package se.fixamingata.jobs.watch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** When a server is thought to be gone, and how long runs are remembered. */
@ApplicationScoped
public class WatchSettings {

    private final Duration gone;
    private final Duration kept;

    /** For the container's proxies. */
    protected WatchSettings() {
        this(Duration.ZERO, Duration.ZERO);
    }

    @Inject
    public WatchSettings(
            @ConfigProperty(name = "fmg.jobs.server.gone") Duration gone,
            @ConfigProperty(name = "fmg.retention.job.runs") Duration kept) {
        this.gone = gone;
        this.kept = kept;
    }

    Duration gone() {
        return gone;
    }

    Duration kept() {
        return kept;
    }
}
