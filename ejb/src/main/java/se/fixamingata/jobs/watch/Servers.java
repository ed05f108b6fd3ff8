package se.fixamingata.jobs.watch;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import se.fixamingata.jobs.ThisServer;
import se.fixamingata.shared.SqlTime;

/** Which servers are alive: each says so several times a minute, and who has been silent for long is gone. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Servers {

    private static final Duration FORGOTTEN = Duration.ofDays(7);

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    private final String server;

    /** For the container. */
    public Servers() {
        server = ThisServer.ID;
    }

    /** For tests: one server among several. */
    public Servers(EntityManager em, Clock clock, String server) {
        this.em = em;
        this.clock = clock;
        this.server = server;
    }

    /** This one is alive. */
    public void beat() {
        String now = SqlTime.text(clock.instant());
        em.createNativeQuery("insert into job_server (id, started_at, beat_at) values (?1, ?2, ?2)"
                        + " on duplicate key update beat_at = values(beat_at)")
                .setParameter(1, server)
                .setParameter(2, now)
                .executeUpdate();
        em.createNativeQuery("delete from job_server where beat_at < ?1")
                .setParameter(1, SqlTime.text(clock.instant().minus(FORGOTTEN)))
                .executeUpdate();
    }

    /** Those that are alive, this one always among them. */
    public Set<String> alive(Duration silence) {
        Instant since = clock.instant().minus(silence);
        Set<String> alive = new HashSet<>();
        alive.add(server);
        for (Object id : em.createNativeQuery("select id from job_server where beat_at >= ?1")
                .setParameter(1, SqlTime.text(since))
                .getResultList()) {
            alive.add((String) id);
        }
        return alive;
    }
}
