package se.fixamingata.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Keeps passwords as PBKDF2 with HMAC-SHA-512 and 210,000 rounds (OWASP's figure), by Jakarta Security's own hash. What is stored tells
 * its rounds, so that they can be raised later without a break.
 *
 * <p>A hash takes a processor for a good while, on purpose. Only as many run at once as there are processors, so that a crowd of guesses
 * does not stop the pages of everybody else.
 */
@ApplicationScoped
public class Passwords {

    static final Map<String, String> PARAMETERS = Map.of(
            "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
            "Pbkdf2PasswordHash.Iterations", "210000",
            "Pbkdf2PasswordHash.SaltSizeBytes", "16",
            "Pbkdf2PasswordHash.KeySizeBytes", "32");

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Pbkdf2PasswordHash hashing;
    private final Semaphore places;
    private final Duration patience;
    private volatile String nobodys;

    /** For the container's proxy. */
    protected Passwords() {
        this(null);
    }

    @Inject
    public Passwords(Pbkdf2PasswordHash hashing) {
        this(hashing, Math.max(1, Runtime.getRuntime().availableProcessors()), PATIENCE);
    }

    /** For tests. */
    Passwords(Pbkdf2PasswordHash hashing, int atOnce, Duration patience) {
        this.hashing = hashing;
        this.places = new Semaphore(atOnce, true);
        this.patience = patience;
        if (hashing != null) {
            hashing.initialize(PARAMETERS);
        }
    }

    /** Too many wait for a hash. */
    static class Crowded extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Crowded() {
            super("Too many passwords at once", null, false, false);
        }
    }

    /** What is stored of a password. */
    public String hash(String password) {
        return inTurn(() -> hashing.generate(password.toCharArray()));
    }

    /**
     * Whether it is that password. Takes the same time when there is none to compare with.
     *
     * @param hash null when there is no account, or one without a password
     */
    boolean isRight(String password, String hash) {
        String compared = hash == null ? nobodysHash() : hash;
        return inTurn(() -> hashing.verify(password.toCharArray(), compared)) && hash != null;
    }

    private String nobodysHash() {
        if (nobodys == null) {
            nobodys = hash("nobody has this password");
        }
        return nobodys;
    }

    private <T> T inTurn(java.util.function.Supplier<T> work) {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Crowded();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Crowded();
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
