package se.fixamingata.oidc;

/**
 * A provider as an administrator has typed it.
 *
 * @param clientSecret blank keeps the one there is, as long as issuer and client stay the same
 */
public record ProviderForm(String issuer, String clientId, String clientSecret, boolean enabled) {

    public ProviderForm {
        issuer = strip(issuer);
        clientId = strip(clientId);
        clientSecret = strip(clientSecret);
    }

    private static String strip(String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "ProviderForm[" + issuer + "]";
    }
}
