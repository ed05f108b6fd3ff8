package se.fixamingata.settings;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.security.SecureRandom;

/**
 * Keys that prove to one server what another (or the same one before its restart) has signed. They live in the database, because a
 * form that was opened before a restart must still be welcome after it, and nobody should have to configure them.
 */
@Stateless
@PermitAll
public class ServerKeys {

    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    EntityManager em;

    /** For the container. */
    public ServerKeys() {}

    /** For tests. */
    public ServerKeys(EntityManager em) {
        this.em = em;
    }

    /**
     * The key of that name, 32 random bytes; made if nobody has needed it before. Two servers that make it at once get the same one. In a
     * transaction of its own: whoever asks keeps it, and must not keep one that went with a transaction that failed.
     *
     * @param name what it signs, for example {@code csrf}; at most 40 characters
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public byte[] key(String name) {
        byte[] candidate = new byte[32];
        RANDOM.nextBytes(candidate);
        em.createNativeQuery("insert ignore into server_key (name, secret) values (?1, ?2)")
                .setParameter(1, name)
                .setParameter(2, candidate)
                .executeUpdate();
        return (byte[]) em.createNativeQuery("select secret from server_key where name = ?1")
                .setParameter(1, name)
                .getSingleResult();
    }
}
