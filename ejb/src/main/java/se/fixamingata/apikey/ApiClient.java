package se.fixamingata.apikey;

import java.util.Set;

/**
 * A system that has shown a good key.
 *
 * @param authorityCode whose system it is
 * @param name what the authority calls the key
 * @param scopes what it opens
 * @param extended whether it gets and gives extended statuses instead of open and closed
 */
public record ApiClient(long keyId, String authorityCode, String name, Set<Scope> scopes, boolean extended) {

    public ApiClient {
        scopes = Set.copyOf(scopes);
    }

    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }

    /** Who it is in the history of what came in. */
    public String source() {
        return "key:" + keyId;
    }
}
