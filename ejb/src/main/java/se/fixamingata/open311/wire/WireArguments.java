package se.fixamingata.open311.wire;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Arguments of a call in their order; names may come several times. Blank values are no arguments: servers stumble over them. */
public final class WireArguments {

    private final List<Map.Entry<String, String>> all = new ArrayList<>();

    /** None. */
    public static WireArguments none() {
        return new WireArguments();
    }

    /** Adds one unless it is null or blank. */
    public WireArguments add(String name, String value) {
        if (value != null && !value.isBlank()) {
            all.add(Map.entry(name, value));
        }
        return this;
    }

    /** Adds all of those. */
    public WireArguments addAll(WireArguments others) {
        all.addAll(others.all);
        return this;
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** In their order. */
    public List<Map.Entry<String, String>> entries() {
        return List.copyOf(all);
    }

    /** As a form or a query carries them. */
    public String encoded() {
        return all.stream()
                .map(one -> encode(one.getKey()) + "=" + encode(one.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
