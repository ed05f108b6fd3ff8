package se.fixamingata.extraquestion;

import java.util.Arrays;
import java.util.List;

/**
 * An answer that was sent.
 *
 * @param code of the question
 * @param question its words when it was answered
 * @param value for systems: a text, a number with a point, a day as 2026-03-01, the code of a choice; several choices are several lines
 * @param shown for people: the names of the choices
 */
public record GivenAnswer(String code, String question, String value, String shown) {

    /** The codes of the choices, or the one value of anything else. */
    public List<String> values(QuestionKind kind) {
        return kind == QuestionKind.CHOICES ? Arrays.asList(value.split("\n")) : List.of(value);
    }

    /** Never what people have written in a log. */
    @Override
    public String toString() {
        return "GivenAnswer[" + code + "]";
    }
}
