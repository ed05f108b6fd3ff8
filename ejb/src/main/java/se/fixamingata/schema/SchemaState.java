package se.fixamingata.schema;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Asks the database, each time anew, how far its schema is. */
@ApplicationScoped
public class SchemaState {

    private static final System.Logger LOG = System.getLogger(SchemaState.class.getName());

    /** Long enough for a busy database, short enough for whoever asks whether we are ready. */
    private static final int SECONDS = 3;

    @Resource(lookup = "jdbc/fixamingata")
    DataSource database;

    /** For the container. */
    public SchemaState() {}

    /** For tests. */
    public SchemaState(DataSource database) {
        this.database = database;
    }

    /** Whether the database answers, and its newest migration has been applied completely. */
    public boolean isWhole() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(SECONDS);
            try (ResultSet newest = statement.executeQuery(
                    "select success from flyway_schema_history order by installed_rank desc limit 1")) {
                return newest.next() && newest.getBoolean("success");
            }
        } catch (SQLException e) {
            // The message names neither user nor password; where the database is, the operator knows.
            LOG.log(System.Logger.Level.WARNING, "The database does not answer: {0}", e.getMessage());
            return false;
        }
    }
}
