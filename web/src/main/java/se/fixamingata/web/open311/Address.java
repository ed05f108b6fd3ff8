package se.fixamingata.web.open311;

import java.util.Optional;
import java.util.Set;
import se.fixamingata.open311.server.AnswerFormat;
import se.fixamingata.open311.server.Refusal;

/**
 * What follows {@code /open311/v2/}: {@code requests.json}, {@code services/lighting.xml}, {@code karlstad/requests/17.xml}.
 *
 * @param jurisdiction the first part, when it is no resource's name; empty for the whole country
 * @param resource what is asked for, without its format
 * @param item which one of them; empty for the list
 */
record Address(Optional<String> jurisdiction, String resource, Optional<String> item, AnswerFormat format) {

    /** No slug of an authority is one of these. */
    private static final Set<String> RESOURCES =
            Set.of("discovery", "services", "requests", "tokens", "servicerequestupdates", "openapi");

    private static final String NO_SUCH =
            "There is no such address. Resources are discovery, services, requests, tokens and servicerequestupdates,"
                    + " and every address ends in .xml or .json";

    /**
     * @param path decoded, without a slash at its beginning
     * @throws Refusal when nothing of ours looks like that
     */
    static Address parse(String path) {
        int dot = path.lastIndexOf('.');
        AnswerFormat format = AnswerFormat.of(path.substring(dot + 1)).orElseThrow(() -> Refusal.unknown(NO_SUCH));
        String[] parts = path.substring(0, Math.max(dot, 0)).split("/", -1);
        int first = parts.length > 1 && !RESOURCES.contains(parts[0]) ? 1 : 0;
        int rest = parts.length - first;
        if (rest < 1 || rest > 2 || !RESOURCES.contains(parts[first]) || parts[parts.length - 1].isEmpty()) {
            throw Refusal.unknown(NO_SUCH);
        }
        return new Address(
                first == 1 ? Optional.of(parts[0]) : Optional.empty(),
                parts[first],
                rest == 2 ? Optional.of(parts[first + 1]) : Optional.empty(),
                format);
    }
}
