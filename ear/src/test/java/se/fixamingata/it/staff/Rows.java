package se.fixamingata.it.staff;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import se.fixamingata.it.ServerTest;

/** What an earlier run has left behind, taken away. */
final class Rows extends ServerTest {

    private Rows() {}

    static void change(String statement, Object... parameters) {
        try (Connection database = database();
                PreparedStatement prepared = database.prepareStatement(statement)) {
            for (int i = 0; i < parameters.length; i++) {
                prepared.setObject(i + 1, parameters[i]);
            }
            prepared.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
