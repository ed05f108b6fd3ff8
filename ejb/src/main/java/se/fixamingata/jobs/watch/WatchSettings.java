package se.fixamingata.jobs.watch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixamingata.settings.ServiceSettings;

/** When a server is thought to be gone and a job to hang, who is told, and how long runs are remembered. */
@ApplicationScoped
public class WatchSettings {

    private final Duration gone;
    private final Duration patience;
    private final Duration kept;
    private final String operator;

    /** For the container's proxies. */
    protected WatchSettings() {
        this(Duration.ZERO, Duration.ZERO, Duration.ZERO, Optional.empty(), new ServiceSettings());
    }

    /**
     * @param gone after this silence a server is gone
     * @param patience after this a job hangs in which nothing moves, where the timetable does not say otherwise
     * @param kept for how long runs are remembered
     * @param operator who is told; empty for the service's contact address
     */
    @Inject
    public WatchSettings(
            @ConfigProperty(name = "fmg.jobs.server.gone") Duration gone,
            @ConfigProperty(name = "fmg.jobs.hanging.after") Duration patience,
            @ConfigProperty(name = "fmg.retention.job.runs") Duration kept,
            @ConfigProperty(name = "fmg.alarm.email") Optional<String> operator,
            ServiceSettings service) {
        this.gone = gone;
        this.patience = patience;
        this.kept = kept;
        this.operator =
                operator.filter(text -> !text.isBlank()).map(String::strip).orElse(service.contactEmail());
    }

    Duration gone() {
        return gone;
    }

    Duration patience() {
        return patience;
    }

    public Duration kept() {
        return kept;
    }

    String operator() {
        return operator;
    }
}
