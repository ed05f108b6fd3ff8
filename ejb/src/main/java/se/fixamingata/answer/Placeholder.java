package se.fixamingata.answer;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a template may leave to the report: {@code {titel}}. Each has a Swedish and an English name, and the name decides in which
 * language the value comes, so that a template may be written in either.
 */
public enum Placeholder {
    /** The reporter's, where the page shows it; dropped elsewhere. */
    NAME("namn", "name"),
    TITLE("titel", "title"),
    NUMBER("nummer", "number"),
    CATEGORY("kategori", "category"),
    /** Nearest address and municipality. */
    PLACE("plats", "place"),
    /** The one that the answer gives the report. */
    STATUS("status", "state"),
    /** Where it lies. */
    MUNICIPALITY("kommun", "municipality"),
    /** Who answers. */
    AUTHORITY("ansvarig", "authority"),
    /** Who writes the answer. */
    CASEWORKER("handläggare", "caseworker"),
    /** Today. */
    DATE("datum", "date"),
    /** The day on which it became public. */
    REPORTED("rapporterad", "reported"),
    /** By when it will be done. */
    EXPECTED("klart", "expected"),
    /** To the report's page. */
    LINK("länk", "link");

    private static final Map<String, Placeholder> BY_NAME = byName();

    private final String swedish;
    private final String english;

    Placeholder(String swedish, String english) {
        this.swedish = swedish;
        this.english = english;
    }

    public String swedish() {
        return swedish;
    }

    public String english() {
        return english;
    }

    /** In message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether that name of it asks for the English value. */
    boolean isEnglish(String name) {
        return folded(name).equals(english);
    }

    /** The one with that name in either language, in whatever case; {@code lank} will do for {@code länk}. */
    static Optional<Placeholder> find(String name) {
        return Optional.ofNullable(BY_NAME.get(folded(name)));
    }

    private static Map<String, Placeholder> byName() {
        Map<String, Placeholder> names = new TreeMap<>();
        for (Placeholder one : values()) {
            names.put(one.swedish, one);
            names.put(one.swedish.replace('ä', 'a'), one);
            names.put(one.english, one);
        }
        return names;
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
