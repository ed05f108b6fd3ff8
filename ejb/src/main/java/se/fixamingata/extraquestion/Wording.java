package se.fixamingata.extraquestion;

import java.util.Objects;
import se.fixamingata.shared.Language;

/**
 * The same words in both languages.
 *
 * @param en null when nobody has translated them
 */
public record Wording(String sv, String en) {

    public Wording {
        Objects.requireNonNull(sv, "Swedish is what every authority writes");
    }

    /** In one language, for what has no other. */
    public static Wording of(String sv) {
        return new Wording(sv, null);
    }

    /** In that language; in Swedish where there is no translation. */
    public String in(Language language) {
        return language == Language.EN && en != null ? en : sv;
    }

    /** Whether what {@link #in} gives is Swedish, whatever was asked for: then the page says so to whoever reads aloud. */
    public boolean isForeign(Language language) {
        return language == Language.EN && en == null;
    }

    @Override
    public String toString() {
        return sv;
    }
}
