package se.fixamingata.web.statistics;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An address with what was chosen, in a fixed order and without what is usual, so that each view has one address.
 *
 * @param path before the question mark
 * @param chosen values by name; empty ones are left out
 */
record Query(String path, Map<String, String> chosen) {

    static Query of(String path) {
        return new Query(path, Map.of());
    }

    /** The same with one more, or another value. */
    Query with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(chosen);
        more.put(name, value);
        return new Query(path, more);
    }

    /** The same choices on another page. */
    Query at(String other) {
        return new Query(other, chosen);
    }

    @Override
    public String toString() {
        String query = chosen.entrySet().stream()
                .filter(one -> !one.getValue().isEmpty())
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }
}
