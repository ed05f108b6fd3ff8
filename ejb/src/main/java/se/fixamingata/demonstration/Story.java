package se.fixamingata.demonstration;

import java.util.Locale;
import java.util.Set;
import se.fixamingata.shared.Language;

/** What somebody wrote: a category's code, what the photo shows, when in the year such a thing is seen, and the words. */
record Story(String category, Scene scene, Season season, Language language, String title, String description) {

    /** When a story is told. */
    enum Season {
        ANY("-", Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)),
        WINTER("v", Set.of(11, 12, 1, 2, 3)),
        SUMMER("s", Set.of(5, 6, 7, 8)),
        AUTUMN("h", Set.of(9, 10, 11));

        private final String letter;
        final Set<Integer> months;

        Season(String letter, Set<Integer> months) {
            this.letter = letter;
            this.months = months;
        }

        static Season of(String letter) {
            for (Season season : values()) {
                if (season.letter.equals(letter)) {
                    return season;
                }
            }
            throw new IllegalArgumentException("No season: " + letter);
        }
    }

    /** One line of {@code stories.txt}. */
    static Story parse(String line) {
        String[] parts = line.split("\\|");
        if (parts.length != 6) {
            throw new IllegalArgumentException("Not a story: " + line);
        }
        return new Story(
                parts[0],
                Scene.valueOf(parts[1].toUpperCase(Locale.ROOT)),
                Season.of(parts[2]),
                Language.of(parts[3]),
                parts[4],
                parts[5]);
    }
}
