package se.fixamingata.signin;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/** Codes of an app (RFC 6238): six digits that change every 30 seconds, HMAC-SHA-1, because that is what every app can do. */
@ApplicationScoped
class OneTimeCodes {

    static final Duration STEP = Duration.ofSeconds(30);
    private static final int DIGITS = 6;

    /** 160 bits: as long as the hash (RFC 4226, section 4). */
    private static final int SECRET_BYTES = 20;

    /** A clock may be half a minute wrong, and a person slow. */
    private static final int TOLERANCE = 1;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALGORITHM = TimeBasedOneTimePasswordGenerator.TOTP_ALGORITHM_HMAC_SHA1;

    private final TimeBasedOneTimePasswordGenerator generator = generator();

    private static TimeBasedOneTimePasswordGenerator generator() {
        return new TimeBasedOneTimePasswordGenerator(STEP, DIGITS, ALGORITHM);
    }

    byte[] newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return secret;
    }

    /**
     * The time step whose code that is; empty when it is none of those that may be shown now.
     *
     * @param after only later steps: a code works once. Null when none was used yet
     */
    OptionalLong step(byte[] secret, String code, Instant now, Long after) {
        long current = now.getEpochSecond() / STEP.toSeconds();
        OptionalLong found = OptionalLong.empty();
        for (long step = current - TOLERANCE; step <= current + TOLERANCE; step++) {
            boolean right = MessageDigest.isEqual(
                    code.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    code(secret, Instant.ofEpochSecond(step * STEP.toSeconds()))
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            if (right && (after == null || step > after)) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** What the app shows at that moment. */
    String code(byte[] secret, Instant moment) {
        try {
            return generator.generateOneTimePasswordString(new SecretKeySpec(secret, ALGORITHM), moment, Locale.ROOT);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
