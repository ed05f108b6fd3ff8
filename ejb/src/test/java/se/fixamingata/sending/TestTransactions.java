package se.fixamingata.sending;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import se.fixamingata.TestDatabase;

/**
 * Real transactions without a container: each step has its own entity manager, bound to the thread as the container does. A test may
 * let the server die, or the database go away, at a step of its choice.
 */
public final class TestTransactions extends ShortTransaction {

    /** The process died. Nothing in the code under test may catch it. */
    public static final class Killed extends Error {

        private static final long serialVersionUID = 1L;
    }

    private final ThreadLocal<EntityManager> current = new ThreadLocal<>();
    private final Map<Integer, Supplier<? extends Throwable>> before = new HashMap<>();
    private final Map<Integer, Supplier<? extends Throwable>> after = new HashMap<>();
    private final AtomicInteger steps = new AtomicInteger();

    /** The process dies before the nth step from now is committed, 1 being the next. */
    public void killBefore(int step) {
        before.put(steps.get() + step, Killed::new);
    }

    /** The process dies right after the nth step from now was committed. */
    public void killAfter(int step) {
        after.put(steps.get() + step, Killed::new);
    }

    /** The database does not answer in the nth step from now, nor in the following ones, so many in all. */
    public void databaseGone(int step, int times) {
        for (int i = 0; i < times; i++) {
            before.put(steps.get() + step + i, () -> new PersistenceException("Connection refused"));
        }
    }

    /** What beans get injected: works on the transaction of the thread, and outside of one like any single query. */
    public EntityManager em() {
        return (EntityManager) Proxy.newProxyInstance(
                EntityManager.class.getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, method, args) -> {
                    EntityManager own = current.get();
                    EntityManager used =
                            own == null ? TestDatabase.get().factory().createEntityManager() : own;
                    try {
                        return method.invoke(used, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public <T> T call(Supplier<T> work) {
        int step = steps.incrementAndGet();
        EntityManager outer = current.get();
        EntityManager own = TestDatabase.get().factory().createEntityManager();
        current.set(own);
        T result;
        try {
            own.getTransaction().begin();
            result = work.get();
            fail(before.remove(step));
            own.getTransaction().commit();
        } finally {
            if (own.getTransaction().isActive()) {
                own.getTransaction().rollback();
            }
            own.close();
            current.set(outer);
        }
        fail(after.remove(step));
        return result;
    }

    @Override
    public void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }

    private static void fail(Supplier<? extends Throwable> failure) {
        if (failure != null) {
            Throwable what = failure.get();
            if (what instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) what;
        }
    }
}
