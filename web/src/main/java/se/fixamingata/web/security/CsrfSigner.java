package se.fixamingata.web.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import se.fixamingata.shared.SecretToken;

/**
 * Binds a form to a browser: the browser has a random cookie, the form an HMAC-SHA256 over a fresh nonce and that cookie.
 *
 * <p>Signed double submit, because there is no session: somebody who can plant a cookie (from a neighbouring host, say) still cannot
 * make the field that goes with it. The nonce makes every form's field different, so that compression tells nothing of it.
 */
final class CsrfSigner {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 12;

    private final byte[] key;

    CsrfSigner(byte[] key) {
        this.key = key.clone();
    }

    /** A field for the browser with that cookie. */
    String sign(SecretToken cookie) {
        byte[] random = new byte[NONCE_BYTES];
        RANDOM.nextBytes(random);
        String nonce = encode(random);
        return nonce + "." + encode(mac(nonce, cookie));
    }

    /** Whether the field was made for that cookie; false for null and for anything malformed. */
    boolean isSigned(String field, SecretToken cookie) {
        int dot = field == null ? -1 : field.indexOf('.');
        if (dot < 0) {
            return false;
        }
        byte[] expected = encode(mac(field.substring(0, dot), cookie)).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, field.substring(dot + 1).getBytes(StandardCharsets.UTF_8));
    }

    private byte[] mac(String nonce, SecretToken cookie) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal((nonce + "." + cookie.text()).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
