package se.fixamingata.apikey;

import java.util.Optional;
import se.fixamingata.shared.SecretToken;

/**
 * A key as its holder knows it: {@code fmg_} and 43 characters of base64url. The beginning tells people, and programs that look for
 * leaked keys, what it is.
 */
record ApiSecret(SecretToken token) {

    private static final String MARK = "fmg_";

    /** Characters of the secret part that are kept to tell keys apart by: 36 bits of 256. */
    private static final int SHOWN = 6;

    static ApiSecret random() {
        return new ApiSecret(SecretToken.random());
    }

    /** Empty when the text cannot be a key. */
    static Optional<ApiSecret> parse(String text) {
        return text != null && text.startsWith(MARK)
                ? SecretToken.parse(text.substring(MARK.length())).map(ApiSecret::new)
                : Optional.empty();
    }

    /** The whole key. */
    String text() {
        return MARK + token.text();
    }

    String prefix() {
        return MARK + token.text().substring(0, SHOWN);
    }

    byte[] hash() {
        return token.hash();
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "ApiSecret[…]";
    }
}
