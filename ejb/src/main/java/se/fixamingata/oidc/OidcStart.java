package se.fixamingata.oidc;

import java.net.URI;

/** The way to a provider, or why there is none. */
public sealed interface OidcStart {

    /**
     * @param provider where the browser goes
     * @param attempt what it must bring back, for a cookie
     */
    record Go(URI provider, String attempt) implements OidcStart {}

    record Refused(OidcProblem problem) implements OidcStart {}
}
