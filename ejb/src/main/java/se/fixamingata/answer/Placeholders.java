package se.fixamingata.answer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds and fills the placeholders of a text. Whatever stands in braces on one line, up to 40 characters, counts as one. */
public final class Placeholders {

    private static final Pattern MARK = Pattern.compile("(?<blank> ?)\\{(?<name>[^{}\\n]{1,40})}");

    private Placeholders() {}

    /**
     * A value in both languages.
     *
     * @param swedish null or empty when there is none
     */
    public record Words(String swedish, String english) {

        /** The same in both. */
        public static Words of(String either) {
            return new Words(either, either);
        }

        private boolean isMissing() {
            return swedish == null || swedish.isBlank();
        }
    }

    /** The names in braces that mean nothing, as typed, each once. */
    public static List<String> unknown(String text) {
        return names(text, name -> Placeholder.find(name).isEmpty());
    }

    /** The names in braces that mean something and so have not been filled in, as typed, each once. */
    public static List<String> left(String text) {
        return names(text, name -> Placeholder.find(name).isPresent());
    }

    private static List<String> names(String text, Function<String, Boolean> wanted) {
        Set<String> found = new LinkedHashSet<>();
        MARK.matcher(text)
                .results()
                .map(Placeholders::name)
                .filter(wanted::apply)
                .forEach(found::add);
        return List.copyOf(found);
    }

    private static String name(MatchResult mark) {
        return mark.group(2).strip();
    }

    /**
     * The text with the values put in, in one pass: braces in a value are no placeholders.
     *
     * <p>What is unknown, or has no value, stays as it was typed and is named in the result. Only a missing name goes away silently,
     * with the blank before it: "Hej {namn}!" becomes "Hej!".
     */
    public static FilledText fill(String text, Map<Placeholder, Words> values) {
        List<String> unknown = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        Matcher marks = MARK.matcher(text);
        String filled = marks.replaceAll(mark -> Matcher.quoteReplacement(value(mark, values, unknown, missing)));
        return new FilledText(
                filled,
                unknown.stream().distinct().toList(),
                missing.stream().distinct().toList());
    }

    private static String value(
            MatchResult mark, Map<Placeholder, Words> values, List<String> unknown, List<String> missing) {
        Optional<Placeholder> known = Placeholder.find(name(mark));
        if (known.isEmpty()) {
            unknown.add(name(mark));
            return mark.group();
        }
        Words words = values.get(known.get());
        if (words != null && !words.isMissing()) {
            return mark.group(1) + (known.get().isEnglish(name(mark)) ? words.english() : words.swedish());
        }
        if (known.get() == Placeholder.NAME) {
            return "";
        }
        missing.add(name(mark));
        return mark.group();
    }
}
