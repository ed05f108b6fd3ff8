package se.fixamingata.shared;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;

class DatabaseAwayTest {

    @Test
    void findsAFailedConnectionHoweverDeepItLies() {
        Exception refused = new PersistenceException(new SQLNonTransientConnectionException("Connection refused"));

        assertThat(DatabaseAway.in(new RuntimeException(new EJBException(refused))))
                .hasValue("SQLNonTransientConnectionException: Connection refused");
        assertThat(DatabaseAway.in(new SQLTransientConnectionException("busy"))).isPresent();
        assertThat(DatabaseAway.in(new RuntimeException(new SQLException("Socket error", "08000"))))
                .isPresent();
    }

    @Test
    void whatTheDatabaseItselfRefusedIsAMistakeOfOurs() {
        assertThat(DatabaseAway.in(new PersistenceException(new SQLException("No such column", "42S22"))))
                .isEmpty();
        assertThat(DatabaseAway.in(new SQLIntegrityConstraintViolationException("Duplicate entry")))
                .isEmpty();
        assertThat(DatabaseAway.in(new SQLException("No state"))).isEmpty();
        assertThat(DatabaseAway.in(new IllegalStateException())).isEmpty();
    }
}
