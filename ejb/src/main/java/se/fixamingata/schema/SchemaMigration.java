package se.fixamingata.schema;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Runs the migrations before anything else touches the database: every other start-up bean depends on this one.
 *
 * <p>Flyway makes its own transactions, hence bean-managed. Two servers starting at once wait for each other on Flyway's lock.
 */
@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaMigration {

    private static final System.Logger LOG = System.getLogger(SchemaMigration.class.getName());

    @Resource(lookup = "jdbc/fixamingata")
    DataSource database;

    // Payara looks start-up methods up by name alone: this one must share its name with no other.
    @PostConstruct
    void migrateOnStart() {
        var result = migrate(database);
        LOG.log(
                System.Logger.Level.INFO,
                "Schema at version {0}, {1} migrations applied",
                result.targetSchemaVersion,
                result.migrationsExecuted);
    }

    /** Brings that database to the newest version; used by the tests of queries too. */
    public static org.flywaydb.core.api.output.MigrateResult migrate(DataSource database) {
        return Flyway.configure(SchemaMigration.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }
}
