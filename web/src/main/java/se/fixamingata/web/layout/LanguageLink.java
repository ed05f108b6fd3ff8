package se.fixamingata.web.layout;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.fixamingata.shared.Language;

/** The address of the same page in the other language. */
final class LanguageLink {

    private LanguageLink() {}

    /**
     * @param path of the page as the reader sees it
     * @param query what follows the question mark, or null
     */
    static String to(String path, String query, Language language) {
        Stream<String> kept = query == null
                ? Stream.empty()
                : Arrays.stream(query.split("&")).filter(part -> !part.isEmpty() && !part.startsWith("lang="));
        return Stream.concat(kept, Stream.of("lang=" + language.code()))
                .collect(Collectors.joining("&", withinOurHost(path) + "?", ""));
    }

    /** Two slashes at the beginning would lead to another host. */
    private static String withinOurHost(String path) {
        return path.replaceFirst("^[/\\\\]+", "/");
    }
}
