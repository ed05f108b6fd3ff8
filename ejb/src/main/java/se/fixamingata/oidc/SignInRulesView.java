package se.fixamingata.oidc;

import java.time.Instant;

/**
 * How an authority's staff signs in, as its administrators see it.
 *
 * @param issuer empty when there is no provider, like the client's name
 * @param secretKept whether there is a secret; nobody is shown it
 * @param changedAt null when nothing was ever changed
 */
public record SignInRulesView(
        boolean secondFactorRequired,
        boolean providerEnabled,
        String issuer,
        String clientId,
        boolean secretKept,
        Instant changedAt) {

    static final SignInRulesView NONE = new SignInRulesView(false, false, "", "", false, null);
}
