package se.fixamingata.blocking;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Locale;
import se.fixamingata.shared.SqlTime;

/** Asks whether an address is blocked now, along the hashes' index. */
public record BlockedAddresses(EntityManager em, Clock clock) {

    /** @param email in the form of {@link se.fixamingata.shared.EmailAddress}; however it is written */
    public boolean contains(String email) {
        return !em.createNativeQuery("select 1 from blocked_address where hash = ?1 and until_at > ?2")
                .setParameter(1, hash(email))
                .setParameter(2, SqlTime.text(clock.instant()))
                .getResultList()
                .isEmpty();
    }

    /** What the address is found by: large and small letters are one. */
    public static byte[] hash(String email) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(email.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
