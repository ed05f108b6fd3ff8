package se.fixamingata.open311.server;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import se.fixamingata.shared.SqlTime;

/**
 * Since when a list of services is what it is. Noticed when somebody asks, by the list itself: it comes from several tables, and whoever
 * changes one of them need not think of this.
 */
@Stateless
@PermitAll
public class Changesets {

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    /** For the container. */
    public Changesets() {}

    /** For tests. */
    public Changesets(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    /**
     * @param list which, at most 8 characters
     * @param content of it, always written the same way
     * @return whole seconds; later than before when the content is another than the last time
     */
    public Instant since(String list, byte[] content) {
        byte[] digest = digest(content);
        List<?> known = em.createNativeQuery("select " + SqlTime.micros("changed_at")
                        + " from open311_changeset where list = ?1 and digest = ?2")
                .setParameter(1, list)
                .setParameter(2, digest)
                .getResultList();
        if (!known.isEmpty()) {
            return SqlTime.instant(known.get(0));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        em.createNativeQuery("insert into open311_changeset (list, digest, changed_at) values (?1, ?2, ?3)"
                        + " on duplicate key update digest = values(digest),"
                        + " changed_at = greatest(values(changed_at), changed_at + interval 1 second)")
                .setParameter(1, list)
                .setParameter(2, digest)
                .setParameter(3, SqlTime.text(now))
                .executeUpdate();
        return SqlTime.instant(em.createNativeQuery(
                        "select " + SqlTime.micros("changed_at") + " from open311_changeset where list = ?1")
                .setParameter(1, list)
                .getSingleResult());
    }

    private static byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
