package se.fixamingata.extraquestion;

import java.util.Arrays;
import java.util.List;

/**
 * Why an answer cannot be sent.
 *
 * @param field {@code extra-} and the question's key, or {@link AnswerRules#ALL} for the questions together
 * @param key key in the message bundles
 * @param args what the message says in its places; words that exist in both languages are a {@link Wording}
 */
public record AnswerProblem(String field, String key, List<Object> args) {

    public AnswerProblem {
        args = List.copyOf(args);
    }

    AnswerProblem(Question question, String key, Object... args) {
        this(AnswerRules.field(question), key, Arrays.asList(args));
    }
}
