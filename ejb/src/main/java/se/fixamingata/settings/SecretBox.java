package se.fixamingata.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Locks away what we must be able to read again: AES-256 in GCM, a key of the installation for each purpose ({@link ServerKeys}). A copy
 * of one table alone tells nothing; and what was locked for one purpose or one owner opens for no other.
 */
@ApplicationScoped
public class SecretBox {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    ServerKeys keys;

    private final Map<String, byte[]> known = new ConcurrentHashMap<>();

    /** For the container. */
    public SecretBox() {}

    /** For tests. */
    public SecretBox(ServerKeys keys) {
        this.keys = keys;
    }

    /**
     * @param purpose names the key; at most 40 characters
     * @param owner what it belongs to, {@code account:1} for example
     */
    public byte[] lock(String purpose, String owner, byte[] secret) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] locked = run(Cipher.ENCRYPT_MODE, purpose, owner, nonce, secret);
        byte[] box = Arrays.copyOf(nonce, NONCE + locked.length);
        System.arraycopy(locked, 0, box, NONCE, locked.length);
        return box;
    }

    /** @throws IllegalStateException when it was locked for another purpose or owner, or was changed */
    public byte[] open(String purpose, String owner, byte[] box) {
        return run(
                Cipher.DECRYPT_MODE,
                purpose,
                owner,
                Arrays.copyOf(box, NONCE),
                Arrays.copyOfRange(box, NONCE, box.length));
    }

    private byte[] run(int mode, String purpose, String owner, byte[] nonce, byte[] data) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            byte[] key = known.computeIfAbsent(purpose, keys::key);
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(data);
        } catch (GeneralSecurityException wrong) {
            throw new IllegalStateException("Not locked by us for that", wrong);
        }
    }
}
