package se.fixamingata.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/**
 * Work that only one transaction may do at a time, on however many servers: each name is a row, and its lock is the permission.
 *
 * <p>Who comes second waits, and then finds the work done; work that the second one should skip takes a lease in {@code jobs} instead.
 */
@ApplicationScoped
public class OneAtATime {

    @Inject
    EntityManager em;

    /** For the container. */
    public OneAtATime() {}

    /** For tests. */
    public OneAtATime(EntityManager em) {
        this.em = em;
    }

    /**
     * Waits until nobody else is in it, and is in it until the caller's transaction ends. The first call of a transaction: what it
     * reads afterwards is what the one before has written.
     *
     * @param name at most 60 characters
     */
    public void enter(String name) {
        // One statement that takes the row's lock at once: "insert ignore" takes a shared one first, and several that
        // wait for it meet
        // in a deadlock.
        em.createNativeQuery("insert into work_lock (name, locked_until) values (?1, '1970-01-01')"
                        + " on duplicate key update name = values(name)")
                .setParameter(1, name)
                .executeUpdate();
    }
}
