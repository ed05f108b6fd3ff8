package se.fixamingata.submission;

import java.util.Arrays;
import java.util.List;
import se.fixamingata.extraquestion.AnswerProblem;
import se.fixamingata.extraquestion.Wording;
import se.fixamingata.shared.Language;

/**
 * Something that keeps a draft from being sent, told at the field it is about.
 *
 * <p>Fields are {@code place}, {@code category}, {@code title}, {@code description}, {@code name}, {@code email}, {@code phone},
 * {@code photos}. Keys are {@code report.{field}.missing}, {@code .short} (argument: minimum), {@code .long} (argument: maximum), and
 * besides {@code report.place.outside}, {@code report.category.elsewhere} (argument: name of the authority),
 * {@code report.email.invalid}, {@code report.email.many} (arguments: reports an hour, minutes to wait), {@code report.photos.many}
 * (argument: maximum). What is wrong with an answer to the authority's questions is a field of {@link AnswerProblem}, with keys
 * {@code report.question.*}. Lengths are counted in Unicode code points, as the database counts them.
 *
 * @param field name of the field
 * @param key key in the message bundles
 * @param args what the message says in its places
 */
public record FieldProblem(String field, String key, List<Object> args) {

    public FieldProblem {
        args = List.copyOf(args);
    }

    public FieldProblem(String field, String key, Object... args) {
        this(field, key, Arrays.asList(args));
    }

    /** What is wrong with an answer. */
    public static FieldProblem of(AnswerProblem problem) {
        return new FieldProblem(problem.field(), problem.key(), problem.args());
    }

    /** The arguments as message formats want them. */
    public Object[] arguments() {
        return args.toArray();
    }

    /** The arguments as message formats want them, in that language where they are words of an authority. */
    public Object[] arguments(Language language) {
        return args.stream()
                .map(arg -> arg instanceof Wording words ? words.in(language) : arg)
                .toArray();
    }
}
