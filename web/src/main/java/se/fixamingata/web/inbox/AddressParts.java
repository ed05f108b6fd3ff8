package se.fixamingata.web.inbox;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.fixamingata.inbox.InboxAddress;

/**
 * An inbox's address, as {@link InboxAddress} writes it, taken apart: to take one filter away from it, or to ask for one.
 *
 * @param parts parameter and value, each value of a list by itself
 */
record AddressParts(List<Map.Entry<String, String>> parts) {

    /** Of which an address may have several values, separated by commas. */
    private static final Set<String> LISTS = Set.of("status", "category", "priority", "age", "deadline", "flag");

    private static final Set<String> NO_FILTERS = Set.of("sort", "page", "rows");

    static AddressParts of(String address) {
        List<Map.Entry<String, String>> parts = new ArrayList<>();
        for (String part : address.split("&")) {
            String[] pair = part.split("=", 2);
            if (pair.length == 2) {
                String value = URLDecoder.decode(pair[1], StandardCharsets.UTF_8);
                Stream<String> values = LISTS.contains(pair[0]) ? Arrays.stream(value.split(",")) : Stream.of(value);
                values.forEach(one -> parts.add(Map.entry(pair[0], one)));
            }
        }
        return new AddressParts(List.copyOf(parts));
    }

    Set<String> values(String name) {
        return parts.stream()
                .filter(part -> part.getKey().equals(name))
                .map(Map.Entry::getValue)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The first value; empty when there is none. */
    String value(String name) {
        return values(name).stream().findFirst().orElse("");
    }

    Stream<Map.Entry<String, String>> filters() {
        return parts.stream().filter(part -> !NO_FILTERS.contains(part.getKey()));
    }

    /** The address without that one, on its first page. */
    String without(String name, String value) {
        return join(parts.stream()
                .filter(part -> !part.getKey().equals(name) || !part.getValue().equals(value)));
    }

    /** The address without any filter, on its first page. */
    String cleared() {
        return join(parts.stream().filter(part -> NO_FILTERS.contains(part.getKey())));
    }

    private static String join(Stream<Map.Entry<String, String>> parts) {
        Map<String, List<String>> joined = new LinkedHashMap<>();
        parts.filter(part -> !part.getKey().equals("page")).forEach(part -> joined.computeIfAbsent(
                        part.getKey(), name -> new ArrayList<>())
                .add(URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8).replace("%2C", ",")));
        return joined.entrySet().stream()
                .map(part -> part.getKey() + "=" + String.join(",", part.getValue()))
                .collect(Collectors.joining("&"));
    }
}
