package se.fixamingata.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A secret that proves something by being known: 256 random bits, written as 43 characters of base64url (RFC 4648 section 5).
 *
 * <p>The text goes into a link or a cookie and nowhere else; what is stored is {@link #hash()}. A plain SHA-256 is enough,
 * since nobody can guess 256 random bits, so there is nothing that a slow hash would have to protect.
 */
public record SecretToken(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    public SecretToken {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("Not a token");
        }
    }

    /** A new secret. */
    public static SecretToken random() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return new SecretToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** The token that somebody presents; empty when the text cannot be one, for example because a mail program cut it. */
    public static Optional<SecretToken> parse(String text) {
        return text != null && FORM.matcher(text).matches() ? Optional.of(new SecretToken(text)) : Optional.empty();
    }

    /** SHA-256 of the text, 32 bytes: the only form that is stored. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Never the secret: a token must not reach a log by accident. */
    @Override
    public String toString() {
        return "SecretToken[…]";
    }
}
