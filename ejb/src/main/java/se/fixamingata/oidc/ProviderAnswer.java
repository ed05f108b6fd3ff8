package se.fixamingata.oidc;

/**
 * What stands in the address by which a provider sends the browser back; each may be null, and all may be made up.
 *
 * @param error the standard's code of what went wrong
 * @param issuer whose answer it says it is
 */
public record ProviderAnswer(String state, String code, String error, String issuer) {

    /** Never what it holds. */
    @Override
    public String toString() {
        return "ProviderAnswer[…]";
    }
}
