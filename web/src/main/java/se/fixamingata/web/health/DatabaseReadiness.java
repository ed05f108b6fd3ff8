package se.fixamingata.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import se.fixamingata.schema.SchemaState;

/** Ready when the database answers and its schema is whole. */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements HealthCheck {

    private static final System.Logger LOG = System.getLogger(DatabaseReadiness.class.getName());

    @Inject
    SchemaState schema;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database").status(isReady()).build();
    }

    private boolean isReady() {
        try {
            return schema.version().isPresent();
        } catch (SQLException e) {
            // The message names neither user nor password; where the database is, the operator knows.
            LOG.log(System.Logger.Level.WARNING, "The database does not answer: {0}", e.getMessage());
            return false;
        }
    }
}
