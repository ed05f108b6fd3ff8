package se.fixamingata;

import jakarta.persistence.EntityManager;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A test of queries and mappings against the real MariaDB with the real schema, without a server.
 *
 * <p>{@link #em} is in a transaction that is rolled back after the test. What several transactions must see (leases, two workers)
 * goes through {@link #committed}: the rows are really written, and removed after the test.
 */
public abstract class DatabaseTest {

    /** Inside the test's transaction. Queries see what was persisted before; call {@code flush} before native ones of another bean. */
    protected EntityManager em;

    /** What the code under test takes for the time. */
    protected final TestClock clock = new TestClock();

    private boolean written;

    @BeforeEach
    void begin() {
        em = TestDatabase.get().factory().createEntityManager();
        em.getTransaction().begin();
    }

    @AfterEach
    void rollBack() {
        if (em.getTransaction().isActive()) {
            em.getTransaction().rollback();
        }
        em.close();
        if (written) {
            TestDatabase.get().clear();
        }
    }

    /**
     * Runs that in a transaction of its own and commits it, as one call of a use case does. Each call has its own entity manager, so
     * nothing is remembered from one to the next; may be called from several threads at once.
     *
     * @throws RuntimeException what the work threw, after the roll-back
     */
    protected <T> T committed(Function<EntityManager, T> work) {
        written = true;
        EntityManager own = TestDatabase.get().factory().createEntityManager();
        try {
            own.getTransaction().begin();
            T result = work.apply(own);
            own.getTransaction().commit();
            return result;
        } finally {
            if (own.getTransaction().isActive()) {
                own.getTransaction().rollback();
            }
            own.close();
        }
    }

    /** Like {@link #committed(Function)}, without a result. */
    protected void commit(Consumer<EntityManager> work) {
        committed(own -> {
            work.accept(own);
            return null;
        });
    }

    /** The same schema over JDBC; each connection commits by itself, and the rows are removed after the test. */
    protected DataSource dataSource() {
        written = true;
        return TestDatabase.get().dataSource();
    }

    /** Sends pending changes and forgets them, so that the next query reads what the database holds. */
    protected void flushAndClear() {
        em.flush();
        em.clear();
    }
}
