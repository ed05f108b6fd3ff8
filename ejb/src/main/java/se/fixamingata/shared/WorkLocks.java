package se.fixamingata.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/** Work that only one transaction may do at a time, on however many servers: each name is a row, and its lock is the permission. */
@ApplicationScoped
public class WorkLocks {

    @Inject
    EntityManager em;

    /** For the container. */
    public WorkLocks() {}

    /** For tests. */
    public WorkLocks(EntityManager em) {
        this.em = em;
    }

    /**
     * Waits until nobody else holds it, and holds it until the caller's transaction ends. The first call of a transaction: what it
     * reads afterwards is what the one before has written.
     *
     * @param name at most 60 characters
     */
    public void hold(String name) {
        em.createNativeQuery("insert ignore into work_lock (name, locked_until) values (?1, '1970-01-01')")
                .setParameter(1, name)
                .executeUpdate();
        em.createNativeQuery("select name from work_lock where name = ?1 for update")
                .setParameter(1, name)
                .getSingleResult();
    }
}
