package se.fixamingata;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;
import se.fixamingata.schema.SchemaMigration;

/**
 * One schema for this run of tests, on the MariaDB that {@code payara-config/test-environment.sh start-database} started: made and
 * migrated at the first use, dropped when the run ends.
 */
public final class TestDatabase {

    /** What the migrations fill; stays when a test's rows are removed. */
    private static final List<String> KEPT =
            List.of("flyway_schema_history", "category", "report_number", "inner_number");

    private static final String NAME = "fmg_test_" + ProcessHandle.current().pid();

    private static TestDatabase instance;

    private final EntityManagerFactory factory;

    private TestDatabase() {
        try (Connection server = DriverManager.getConnection(url(""));
                Statement statement = server.createStatement()) {
            statement.execute("drop database if exists " + NAME);
            statement.execute("create database " + NAME + " character set utf8mb4 collate utf8mb4_swedish_ci");
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "No test database on port " + port()
                            + ": payara-config/test-environment.sh start-database starts one",
                    e);
        }
        SchemaMigration.migrate(dataSource());
        factory = Persistence.createEntityManagerFactory(
                "fixamingata",
                Map.of(
                        "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                        "jakarta.persistence.jtaDataSource", "",
                        "jakarta.persistence.nonJtaDataSource", "",
                        "jakarta.persistence.jdbc.driver", "org.mariadb.jdbc.Driver",
                        "jakarta.persistence.jdbc.url", url(NAME),
                        "jakarta.persistence.jdbc.user", "root",
                        "jakarta.persistence.jdbc.password", "",
                        "eclipselink.weaving", "false"));
        Runtime.getRuntime().addShutdownHook(new Thread(this::drop, "drop " + NAME));
    }

    /** The one of this run. */
    public static synchronized TestDatabase get() {
        if (instance == null) {
            instance = new TestDatabase();
        }
        return instance;
    }

    /** Entity managers with transactions of their own (RESOURCE_LOCAL). */
    public EntityManagerFactory factory() {
        return factory;
    }

    /** For code that works on plain JDBC. Connections commit at once unless told otherwise. */
    public DataSource dataSource() {
        try {
            return new MariaDbDataSource(url(NAME));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Removes every row that is not part of the schema itself. */
    public void clear() {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set foreign_key_checks = 0");
            for (String table : tables(connection)) {
                if (!KEPT.contains(table)) {
                    statement.execute("delete from " + table);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        factory.getCache().evictAll();
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet tables = connection.getMetaData().getTables(NAME, null, "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
        }
        return names;
    }

    private void drop() {
        factory.close();
        try (Connection server = DriverManager.getConnection(url(""));
                Statement statement = server.createStatement()) {
            statement.execute("drop database if exists " + NAME);
        } catch (SQLException e) {
            System.err.println("Schema " + NAME + " is still there: " + e.getMessage());
        }
    }

    /** With the isolation of the server's pool. */
    private static String url(String schema) {
        return "jdbc:mariadb://127.0.0.1:" + port() + "/" + schema
                + "?user=root&rewriteBatchedStatements=true&transactionIsolation=READ_COMMITTED";
    }

    private static String port() {
        return System.getProperty("fmg.test.db.port", "13316");
    }
}
