package se.fixamingata.subscription;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import se.fixamingata.settings.ServerKeys;
import se.fixamingata.shared.SecretToken;

/**
 * Two numbers as a secret that needs no row: they (8 bytes each) and the first 128 bits of an HMAC-SHA-256 over them, by a key of the
 * installation, are as long as a random secret, and look like one.
 */
final class SignedNumbers {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SAID = 2 * Long.BYTES;
    private static final int PROOF = 16;

    private final byte[] key;

    /** @param purpose tokens of one are none of another */
    SignedNumbers(ServerKeys keys, String purpose) {
        key = keys.key(purpose);
    }

    /** The two numbers of a token. */
    record Pair(long first, long second) {}

    SecretToken of(long first, long second) {
        byte[] said = ByteBuffer.allocate(SAID).putLong(first).putLong(second).array();
        byte[] token = Arrays.copyOf(said, SAID + PROOF);
        System.arraycopy(proof(said), 0, token, SAID, PROOF);
        return new SecretToken(Base64.getUrlEncoder().withoutPadding().encodeToString(token));
    }

    /** Empty when it is none of ours. */
    Optional<Pair> read(SecretToken token) {
        byte[] bytes = Base64.getUrlDecoder().decode(token.text());
        byte[] said = Arrays.copyOf(bytes, SAID);
        if (!MessageDigest.isEqual(proof(said), Arrays.copyOfRange(bytes, SAID, SAID + PROOF))) {
            return Optional.empty();
        }
        ByteBuffer numbers = ByteBuffer.wrap(said);
        return Optional.of(new Pair(numbers.getLong(), numbers.getLong()));
    }

    private byte[] proof(byte[] said) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return Arrays.copyOf(mac.doFinal(said), PROOF);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
