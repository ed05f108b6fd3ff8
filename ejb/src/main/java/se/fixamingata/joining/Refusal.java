package se.fixamingata.joining;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where an authority takes reports instead (product.md, P6), as somebody has typed it.
 *
 * @param sv in Swedish, required
 * @param en in English; empty for the Swedish
 * @param url of the page; empty for none
 */
public record Refusal(String sv, String en, String url) {

    /** Characters that a text may have. */
    public static final int TEXT_MAX = 2000;

    /** Characters that an address may have. */
    public static final int URL_MAX = 500;

    public Refusal {
        sv = sv.strip();
        en = en.strip();
        url = url.strip();
    }

    /** Key of the message by field: {@code sv}, {@code en}, {@code url}; empty when it may be saved. */
    public Map<String, String> problems() {
        Map<String, String> problems = new TreeMap<>();
        if (sv.isEmpty()) {
            problems.put("sv", "joining.refusal.missing");
        }
        if (sv.length() > TEXT_MAX) {
            problems.put("sv", "joining.refusal.long");
        }
        if (en.length() > TEXT_MAX) {
            problems.put("en", "joining.refusal.long");
        }
        if (!url.isEmpty() && !isPage(url)) {
            problems.put("url", "joining.refusal.url");
        }
        return problems;
    }

    private static boolean isPage(String url) {
        try {
            URI uri = new URI(url);
            return url.length() <= URL_MAX
                    && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }
}
