package se.fixamingata.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Ten codes for the day when the telephone is lost, each for one use. 80 random bits each, so that a fast hash is enough and nobody finds
 * one by trying.
 */
@ApplicationScoped
class RecoveryCodes {

    static final int COUNT = 10;

    /** Crockford's: without letters that look like others. */
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int GROUPS = 4;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    /** For the container. */
    RecoveryCodes() {}

    /** For tests. */
    RecoveryCodes(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    /** New ones; the old ones are worth nothing. Needs a transaction. The only copies: shown once. */
    List<String> issue(long accountId) {
        delete(accountId);
        List<String> codes = IntStream.range(0, COUNT).mapToObj(i -> random()).toList();
        codes.forEach(code -> em.persist(new RecoveryCode(accountId, hash(plain(code)))));
        return codes;
    }

    /** Uses that code up; false when it is none. Needs a transaction that holds the account's lock. */
    boolean use(long accountId, String typed) {
        String plain = plain(typed);
        if (plain.length() != GROUPS * GROUP) {
            return false;
        }
        List<RecoveryCode> found = em.createNamedQuery("RecoveryCode.unused", RecoveryCode.class)
                .setParameter("account", accountId)
                .setParameter("hash", hash(plain))
                .getResultList();
        found.forEach(code -> code.use(clock.instant()));
        return !found.isEmpty();
    }

    int left(long accountId) {
        return em.createNamedQuery("RecoveryCode.left", Long.class)
                .setParameter("account", accountId)
                .getSingleResult()
                .intValue();
    }

    void delete(long accountId) {
        em.createNamedQuery("RecoveryCode.deleteAll")
                .setParameter("account", accountId)
                .executeUpdate();
    }

    private static String random() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                code.append('-');
            }
            code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** As people copy it: small letters, blanks, an O for a zero. */
    private static String plain(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    private static byte[] hash(String plain) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
