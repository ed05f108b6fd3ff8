package se.fixamingata.following;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
 * One link for each subscription, the same in all its mails, which may be many: it says which subscription it ends, signed with a key of
 * the installation, and needs no row. Report and subscription (8 bytes each) and the first 128 bits of an HMAC-SHA-256 over them are as
 * long as a random secret, and look like one.
 */
@ApplicationScoped
public class UnsubscribeTokens {

    private static final String KEY = "unsubscribe";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SAID = 2 * Long.BYTES;
    private static final int PROOF = 16;

    @Inject
    ServerKeys keys;

    private volatile byte[] key;

    /** For the container. */
    public UnsubscribeTokens() {}

    /** For tests. */
    public UnsubscribeTokens(ServerKeys keys) {
        this.keys = keys;
    }

    /** What a token ends. */
    record Ending(long reportId, long subscriptionId) {}

    SecretToken of(Ending ending) {
        byte[] said = ByteBuffer.allocate(SAID)
                .putLong(ending.reportId())
                .putLong(ending.subscriptionId())
                .array();
        byte[] token = Arrays.copyOf(said, SAID + PROOF);
        System.arraycopy(proof(said), 0, token, SAID, PROOF);
        return new SecretToken(Base64.getUrlEncoder().withoutPadding().encodeToString(token));
    }

    /** Empty when it is none of ours. */
    Optional<Ending> read(SecretToken token) {
        byte[] bytes = Base64.getUrlDecoder().decode(token.text());
        byte[] said = Arrays.copyOf(bytes, SAID);
        if (!MessageDigest.isEqual(proof(said), Arrays.copyOfRange(bytes, SAID, SAID + PROOF))) {
            return Optional.empty();
        }
        ByteBuffer numbers = ByteBuffer.wrap(said);
        return Optional.of(new Ending(numbers.getLong(), numbers.getLong()));
    }

    private byte[] proof(byte[] said) {
        if (key == null) {
            key = keys.key(KEY);
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return Arrays.copyOf(mac.doFinal(said), PROOF);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
