package se.fixamingata.apikey;

import java.util.Optional;
import java.util.Set;
import se.fixamingata.shared.TypedText;

/**
 * What somebody wants a key to be.
 *
 * @param name by which the authority knows it: the system that gets it
 * @param extended whether its holder gets and gives extended statuses
 */
public record ApiKeyFields(String name, Set<Scope> scopes, boolean extended) {

    /** Characters. */
    public static final int NAME_MAX = 80;

    public ApiKeyFields {
        name = TypedText.line(name, NAME_MAX + 1);
        scopes = Set.copyOf(scopes);
    }

    Optional<ApiKeyResult.Invalid> problem() {
        if (!TypedText.isVisible(name)) {
            return Optional.of(new ApiKeyResult.Invalid("apikey.name.missing"));
        }
        return TypedText.length(name) > NAME_MAX
                ? Optional.of(new ApiKeyResult.Invalid("apikey.name.long"))
                : Optional.empty();
    }
}
