package se.fixamingata.apikey;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a key opens besides what everybody may read. */
public enum Scope {
    /** Private reports and reporters' names and addresses, of the key's own authority. */
    READ_PRIVATE,
    /** Making reports. */
    POST_REQUESTS,
    /** Answering reports of the key's own authority. */
    POST_UPDATES;

    /** In message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static String text(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::name).collect(Collectors.joining(","));
    }

    static Set<Scope> of(String text) {
        return Arrays.stream(text.split(","))
                .filter(one -> !one.isEmpty())
                .map(Scope::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }
}
