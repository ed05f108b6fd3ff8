package se.fixamingata.report;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody typed to find reports: either a report's number, or words that must all occur.
 *
 * @param number of the report that was asked for by {@code #1234}
 * @param patterns one for {@code like} a word, wildcards of the words themselves escaped
 */
public record SearchText(OptionalLong number, List<String> patterns) {

    /** Takes each pattern three times. */
    public static final String CONDITION =
            "(title like ? escape '!' or description like ? escape '!' or address like ? escape '!')";

    private static final Pattern NUMBER = Pattern.compile("#\\s*(\\d{1,18})");
    /** More words than anybody needs to find a broken lamp; each costs a look at every text. */
    private static final int MOST_WORDS = 6;

    /** @param typed null is nothing */
    public static SearchText of(String typed) {
        if (typed == null) {
            return new SearchText(OptionalLong.empty(), List.of());
        }
        Matcher number = NUMBER.matcher(typed);
        if (number.matches()) {
            return new SearchText(OptionalLong.of(Long.parseLong(number.group(1))), List.of());
        }
        List<String> words = Arrays.stream(typed.split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .map(SearchText::pattern)
                .toList();
        return new SearchText(OptionalLong.empty(), words);
    }

    private static String pattern(String word) {
        return '%' + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + '%';
    }
}
