package se.fixamingata.signin;

/**
 * What an app needs to know.
 *
 * @param uri for the QR code
 * @param secret the same to be typed, in groups of four
 */
public record TotpSetup(String uri, String secret) {

    /** Never the secret. */
    @Override
    public String toString() {
        return "TotpSetup[…]";
    }
}
