package se.fixamingata.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long what nobody confirmed is kept. */
@ApplicationScoped
public class RetentionPeriods {

    @Inject
    @ConfigProperty(name = "fmg.retention.unconfirmed.days")
    int unconfirmedDays;

    @Inject
    @ConfigProperty(name = "fmg.retention.links.days")
    int linksDays;

    /** For the container. */
    public RetentionPeriods() {}

    /** For tests. */
    public RetentionPeriods(int unconfirmedDays, int linksDays) {
        this.unconfirmedDays = unconfirmedDays;
        this.linksDays = linksDays;
    }

    /** From sending a report until it is deleted when nobody has confirmed it. */
    public Duration unconfirmed() {
        return Duration.ofDays(unconfirmedDays);
    }

    /** From the end of a secret link's validity until we no longer know that there was one, and its page says so. */
    public Duration links() {
        return Duration.ofDays(linksDays);
    }
}
