package se.fixamingata.jobs;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import se.fixamingata.shared.SqlTime;

/**
 * Named leases in the database: of several servers, one does a thing, and when it dies another may do it after a while.
 *
 * <p>Nobody waits for a lock: who does not get it has nothing to do.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class JobLeases {

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    private final String owner;

    /** For the container. */
    public JobLeases() {
        this.owner = ThisServer.ID;
    }

    /** For tests: one server among several. */
    public JobLeases(EntityManager em, Clock clock, String owner) {
        this.em = em;
        this.clock = clock;
        this.owner = owner;
    }

    /**
     * Takes the lock if nobody holds it. A holder does not get it a second time before it has run out or been released.
     *
     * @param name at most 60 characters
     * @param lease how long the lock holds without being released; choose it longer than the work takes
     * @return whether this server may do the work
     */
    public boolean acquire(String name, Duration lease) {
        Instant now = clock.instant();
        if (take(name, now, now.plus(lease))) {
            return true;
        }
        int inserted = em.createNativeQuery(
                        "insert ignore into work_lock (name, owner, locked_until) values (?1, ?2, ?3)")
                .setParameter(1, name)
                .setParameter(2, owner)
                .setParameter(3, SqlTime.text(now.plus(lease)))
                .executeUpdate();
        return inserted == 1;
    }

    private boolean take(String name, Instant now, Instant until) {
        return em.createNativeQuery(
                                "update work_lock set owner = ?1, locked_until = ?2 where name = ?3 and locked_until <= ?4")
                        .setParameter(1, owner)
                        .setParameter(2, SqlTime.text(until))
                        .setParameter(3, name)
                        .setParameter(4, SqlTime.text(now))
                        .executeUpdate()
                == 1;
    }

    /** Gives the lock back before its time; nothing happens when it has become somebody else's. */
    public void release(String name) {
        em.createNativeQuery(
                        "update work_lock set locked_until = ?1 where name = ?2 and owner = ?3 and locked_until > ?1")
                .setParameter(1, SqlTime.text(clock.instant()))
                .setParameter(2, name)
                .setParameter(3, owner)
                .executeUpdate();
    }
}
