package se.fixamingata.oidc;

import se.fixamingata.signin.SignInResult;

/** What became of signing in through a provider. */
public sealed interface OidcResult {

    /**
     * The provider has vouched for somebody with a place at the authority.
     *
     * @param target where the person wanted to go; empty for the usual place
     */
    record Welcome(SignInResult result, String target) implements OidcResult {}

    /**
     * Nobody is signed in.
     *
     * @param authorityCode whose provider it was; null when that is not known
     */
    record Refused(OidcProblem problem, String authorityCode) implements OidcResult {}
}
