package se.fixamingata.integrationdesk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixamingata.settings.ServiceSettings;

/** When and whom to alarm, where an authority has not said otherwise. */
@ApplicationScoped
public class AlarmSettings {

    private final int hours;
    private final String operator;
    private final Duration kept;

    /** For the container's proxies. */
    protected AlarmSettings() {
        this(0, Optional.empty(), Duration.ZERO, new ServiceSettings());
    }

    /**
     * @param hours after which something that waits is an alarm; 0 for never
     * @param operator who is always told; empty for the service's contact address
     * @param kept for how long what went wrong is kept
     */
    @Inject
    public AlarmSettings(
            @ConfigProperty(name = "fmg.alarm.hours") int hours,
            @ConfigProperty(name = "fmg.alarm.email") Optional<String> operator,
            @ConfigProperty(name = "fmg.retention.faults") Duration kept,
            ServiceSettings service) {
        this.hours = hours;
        this.operator =
                operator.filter(text -> !text.isBlank()).map(String::strip).orElse(service.contactEmail());
        this.kept = kept;
    }

    public int hours() {
        return hours;
    }

    String operator() {
        return operator;
    }

    Duration kept() {
        return kept;
    }
}
