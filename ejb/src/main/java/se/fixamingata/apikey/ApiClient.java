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

    /** By which way it speaks for its authority, in the history of what came in: a replaced key is no other way. */
    public String source() {
        return "key";
    }
}
