package se.fixamingata.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready when the pages answer. Health is asked of the server and not of the application: it answers while the application still
 * starts, and half a minute long said "ready" where every page said 500.
 */
@Readiness
@ApplicationScoped
public class PagesReadiness implements HealthCheck {

    private volatile boolean started;

    /** The pages answer from now on. */
    void start() {
        started = true;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("pages").status(started).build();
    }
}
