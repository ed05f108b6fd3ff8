package se.fixamingata.open311.server.posting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fixamingata.open311.server.Arguments;

/** {@code attribute[code]} in every spelling that clients have for one value and for several. No I/O. */
final class AttributeArguments {

    /** {@code attribute[X]}, {@code attribute[X][]} and {@code attribute[X][0]}. */
    private static final Pattern NAME = Pattern.compile("attribute\\[([^\\[\\]]{1,120})](?:\\[(\\d{0,3})])?");

    private AttributeArguments() {}

    /** The values of each attribute that has any, by its code; those with a place in a list in the order of their places. */
    static Map<String, List<String>> of(Arguments arguments) {
        Map<String, Map<Integer, List<String>>> byCode = new LinkedHashMap<>();
        arguments.raw().forEach((name, values) -> {
            Matcher attribute = NAME.matcher(name);
            if (attribute.matches()) {
                byCode.computeIfAbsent(attribute.group(1), code -> new TreeMap<>())
                        .computeIfAbsent(place(attribute.group(2)), place -> new ArrayList<>())
                        .addAll(said(values));
            }
        });
        Map<String, List<String>> all = new LinkedHashMap<>();
        byCode.forEach((code, places) -> {
            List<String> values = places.values().stream().flatMap(List::stream).toList();
            if (!values.isEmpty()) {
                all.put(code, values);
            }
        });
        return all;
    }

    private static int place(String digits) {
        return digits == null || digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private static List<String> said(String[] values) {
        return Arrays.stream(values)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
