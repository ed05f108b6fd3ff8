package se.fixamingata.web.signin;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where somebody wanted to go before signing in: a page of ours and nothing else, so that our link leads nobody to a foreign site. */
public final class LocalTarget {

    static final int MAX = 500;

    private LocalTarget() {}

    /** The path that the text is, with its query; empty when it is none of ours, whatever a browser might make of it. */
    public static Optional<String> parse(String text) {
        if (text == null || text.length() > MAX || !text.startsWith("/")) {
            return Optional.empty();
        }
        boolean plain = text.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\' && c != '"' && c != '<');
        if (!plain || text.startsWith("//")) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(text);
            boolean ours = uri.getScheme() == null && uri.getRawAuthority() == null && uri.getRawPath() != null;
            return ours && !isDoor(uri.getRawPath()) ? Optional.of(text) : Optional.empty();
        } catch (URISyntaxException notOne) {
            return Optional.empty();
        }
    }

    /** Back to the door would be a circle, but for the word that all is done. */
    private static boolean isDoor(String path) {
        return path.startsWith("/logga-") && !path.equals("/logga-in/klar");
    }

    /** The sign-in page that leads there afterwards. */
    static String signIn(String target) {
        return parse(target)
                .map(path -> "/logga-in?till=" + URLEncoder.encode(path, StandardCharsets.UTF_8))
                .orElse("/logga-in");
    }
}
