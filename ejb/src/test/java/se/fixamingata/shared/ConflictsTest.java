package se.fixamingata.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.PessimisticLockException;
import jakarta.persistence.RollbackException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransactionRollbackException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConflictsTest {

    private static final RuntimeException DEADLOCK = new EJBException(new RollbackException(
            new PersistenceException(new SQLTransactionRollbackException("(conn=7) Deadlock found", "40001", 1213))));

    private int tries;

    private String meeting(List<RuntimeException> failures) {
        Deque<RuntimeException> left = new ArrayDeque<>(failures);
        return Conflicts.retry(() -> {
            tries++;
            if (!left.isEmpty()) {
                throw left.pop();
            }
            return "done";
        });
    }

    @Test
    void knowsAConflictHoweverDeepItLies() {
        assertThat(Conflicts.in(DEADLOCK)).hasValue("error 1213");
        assertThat(Conflicts.in(new PersistenceException(new SQLException("Lock wait timeout", "HY000", 1205))))
                .hasValue("error 1205");
        assertThat(Conflicts.in(new EJBException(new RollbackException(new OptimisticLockException("Report[kim]")))))
                .hasValue("OptimisticLockException");
    }

    @Test
    void whatIsWrongEachTimeIsNoConflict() {
        assertThat(Conflicts.in(new PersistenceException(new SQLException("No such column", "42S22", 1054))))
                .isEmpty();
        assertThat(Conflicts.in(new SQLIntegrityConstraintViolationException("Duplicate entry", "23000", 1062)))
                .isEmpty();
        assertThat(Conflicts.in(new IllegalStateException())).isEmpty();
        // A locking query on a database that is away.
        assertThat(Conflicts.in(new PessimisticLockException(
                        new SQLNonTransientConnectionException("Socket error", "08000", -1))))
                .isEmpty();

        RuntimeException wrong = new IllegalStateException("wrong");
        assertThatThrownBy(() -> meeting(List.of(wrong))).isSameAs(wrong);
        assertThat(tries).isEqualTo(1);
    }

    @Test
    void triesTwiceMore() {
        assertThat(meeting(List.of(DEADLOCK, DEADLOCK))).isEqualTo("done");
        assertThat(tries).isEqualTo(3);
    }

    @Test
    void givesUpAfterThatAndSaysThatItWasBusy() {
        assertThatThrownBy(() -> meeting(List.of(DEADLOCK, DEADLOCK, DEADLOCK)))
                .isInstanceOf(Conflicts.Busy.class)
                .hasCause(DEADLOCK);
        assertThat(tries).isEqualTo(3);
    }
}
