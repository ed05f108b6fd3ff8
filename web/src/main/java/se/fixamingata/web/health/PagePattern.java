package se.fixamingata.web.health;

import java.util.Set;

/** A request's kind: the fixed beginning of its path. What follows is an id, a place or a secret, and in no figure. */
final class PagePattern {

    private static final Set<String> PAGES = Set.of(
            "karta",
            "kartlista",
            "rapportera",
            "bekrafta",
            "prenumerera",
            "prenumerationer",
            "avregistrera",
            "fraga",
            "rapport",
            "kommun",
            "om",
            "fragor-och-svar",
            "integritet",
            "tillganglighet",
            "bild",
            "resources",
            "health",
            "openapi");
    private static final Set<String> QUESTIONS = Set.of("map", "places", "municipality");

    private PagePattern() {}

    /** For example {@code /rapport}, {@code /api/map}, {@code /karta/bas}; {@code other} for what we do not know. */
    static String of(String path) {
        String[] parts = path.split("/", 4);
        String first = parts.length > 1 ? parts[1] : "";
        String second = parts.length > 2 ? parts[2] : "";
        if (first.isEmpty()) {
            return "/";
        }
        if (first.equals("api")) {
            return QUESTIONS.contains(second) ? "/api/" + second : "/api";
        }
        if (first.equals("karta") && second.equals("bas")) {
            return "/karta/bas";
        }
        return PAGES.contains(first) ? "/" + first : "other";
    }
}
