package se.fixamingata.apikey;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A key as its authority's administrator sees it.
 *
 * @param prefix its first characters
 * @param lastUsedAt to the minute; null for never
 * @param revokedAt null while it is good
 */
public record ApiKeyView(
        long id,
        String name,
        String prefix,
        List<Scope> scopes,
        boolean extended,
        Instant createdAt,
        Instant lastUsedAt,
        Instant revokedAt)
        implements Serializable {

    public ApiKeyView {
        scopes = List.copyOf(scopes);
    }

    ApiKeyView(
            long id,
            String name,
            String prefix,
            Set<Scope> scopes,
            boolean extended,
            Instant createdAt,
            Instant lastUsedAt,
            Instant revokedAt) {
        this(id, name, prefix, scopes.stream().sorted().toList(), extended, createdAt, lastUsedAt, revokedAt);
    }
}
