package se.fixamingata.oidc;

import java.util.Map;

/** What became of changing a provider. */
public sealed interface ProviderResult {

    record Saved() implements ProviderResult {}

    /** @param problems field ({@code issuer}, {@code clientId}, {@code clientSecret}) → message key */
    record Invalid(Map<String, String> problems) implements ProviderResult {}
}
