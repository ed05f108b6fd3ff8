package se.fixamingata.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import se.fixamingata.geography.ReferenceData;

/** Ready when the boundaries are in memory: before that nobody could be told whose street it is. */
@Readiness
@ApplicationScoped
public class ReferenceDataReadiness implements HealthCheck {

    @Inject
    ReferenceData reference;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("reference-data")
                .status(reference.isLoaded())
                .build();
    }
}
