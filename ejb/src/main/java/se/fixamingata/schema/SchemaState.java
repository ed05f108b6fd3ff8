package se.fixamingata.schema;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;

/** Asks the database, each time anew, how far its schema is. */
@ApplicationScoped
public class SchemaState {

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

    /**
     * The newest version that has been applied completely; empty when none has, or when the newest one failed halfway.
     *
     * @throws SQLException when the database does not answer
     */
    public Optional<String> version() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(SECONDS);
            try (ResultSet newest = statement.executeQuery(
                    "select version, success from flyway_schema_history where version is not null order by installed_rank desc limit 1")) {
                return newest.next() && newest.getBoolean("success")
                        ? Optional.of(newest.getString("version"))
                        : Optional.empty();
            }
        }
    }
}
