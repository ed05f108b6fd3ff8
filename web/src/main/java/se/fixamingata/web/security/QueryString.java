package se.fixamingata.web.security;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a parameter from what follows the question mark, without touching the request's body. */
final class QueryString {

    private QueryString() {}

    /** The first value of the parameter; empty when it is absent or cannot be decoded. */
    static Optional<String> value(String query, String name) {
        return pairs(query, name).findFirst().flatMap(pair -> decode(pair[1]));
    }

    /** Whether any value of the parameter is more than blanks. */
    static boolean says(String query, String name) {
        return pairs(query, name)
                .anyMatch(
                        pair -> decode(pair[1]).filter(text -> !text.isBlank()).isPresent());
    }

    private static Stream<String[]> pairs(String query, String name) {
        return Arrays.stream(query == null ? new String[0] : query.split("&"))
                .map(part -> part.split("=", 2))
                .filter(pair ->
                        pair.length == 2 && decode(pair[0]).filter(name::equals).isPresent());
    }

    private static Optional<String> decode(String text) {
        try {
            return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notDecodable) {
            return Optional.empty();
        }
    }
}
