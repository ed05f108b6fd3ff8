package se.fixamingata.extraquestion;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import se.fixamingata.shared.TypedText;

/**
 * What somebody has answered so far, right or wrong, by {@link Question#key()}. A question that was shown and not answered is there with
 * nothing in it; one that was never shown is not there. Several choices are several lines.
 */
public record TypedAnswers(Map<String, String> byKey) {

    /** Nothing was asked. */
    public static final TypedAnswers NONE = new TypedAnswers(Map.of());

    /** Longest that is kept of an answer, in characters as the database counts them. */
    public static final int KEPT = 4000;

    /** More than any form asks. */
    static final int MOST = 60;

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,60}");

    public TypedAnswers {
        Map<String, String> kept = new TreeMap<>();
        byKey.forEach((key, value) -> {
            if (kept.size() < MOST && KEY.matcher(key).matches()) {
                kept.put(key, value == null ? "" : TypedText.lines(value, KEPT));
            }
        });
        byKey = Map.copyOf(kept);
    }

    /**
     * What a system has sent.
     *
     * @param byCode codes of the questions, as the system knows them, and the values of each
     */
    public static TypedAnswers ofCodes(Map<String, List<String>> byCode) {
        Map<String, String> byKey = new LinkedHashMap<>();
        byCode.forEach((code, values) -> byKey.put(Question.key(code), String.join("\n", values)));
        return new TypedAnswers(byKey);
    }

    /** These and, where they say something else, the newer ones instead. */
    public TypedAnswers with(TypedAnswers newer) {
        Map<String, String> both = new LinkedHashMap<>(newer.byKey);
        byKey.forEach(both::putIfAbsent);
        return new TypedAnswers(both);
    }

    /** Whether the question was shown. */
    public boolean isAsked(Question question) {
        return byKey.containsKey(question.key());
    }

    /** As typed; empty for nothing. */
    public String text(Question question) {
        return byKey.getOrDefault(question.key(), "");
    }

    /** The codes that were chosen, known or not. */
    List<String> chosen(Question question) {
        return Arrays.stream(text(question).split("\n"))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
    }

    /** Whether that choice is chosen. */
    public boolean isChosen(Question question, Choice choice) {
        return chosen(question).contains(choice.code());
    }

    /** Never personal data in a log. */
    @Override
    public String toString() {
        return "TypedAnswers[…]";
    }
}
