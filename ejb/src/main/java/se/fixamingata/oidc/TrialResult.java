package se.fixamingata.oidc;

/** What a provider said when it was tried. */
public sealed interface TrialResult {

    /**
     * It can be signed in with, as far as can be seen without anybody signing in.
     *
     * @param signInHost where the staff will be sent
     * @param tokenHost whom we ask for tokens
     * @param keys how many keys it signs with
     * @param pkce whether it says that it takes PKCE; it gets it in any case
     */
    record Found(String issuer, String signInHost, String tokenHost, int keys, boolean pkce) implements TrialResult {}

    /** @param key of the message that says what is wrong */
    record Failed(String key) implements TrialResult {}
}
