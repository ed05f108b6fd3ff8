package se.fixamingata.web.security;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Reads a parameter from what follows the question mark, without touching the request's body. */
final class QueryString {

    private QueryString() {}

    /** The first value of the parameter; empty when it is absent or cannot be decoded. */
    static Optional<String> value(String query, String name) {
        if (query == null) {
            return Optional.empty();
        }
        return Arrays.stream(query.split("&"))
                .map(part -> part.split("=", 2))
                .filter(pair ->
                        pair.length == 2 && decode(pair[0]).filter(name::equals).isPresent())
                .findFirst()
                .flatMap(pair -> decode(pair[1]));
    }

    private static Optional<String> decode(String text) {
        try {
            return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notDecodable) {
            return Optional.empty();
        }
    }
}
