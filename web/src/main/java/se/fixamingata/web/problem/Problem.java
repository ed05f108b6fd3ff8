package se.fixamingata.web.problem;

import java.util.List;
import se.fixamingata.shared.Language;
import se.fixamingata.submission.FieldProblem;
import se.fixamingata.web.text.Messages;

/**
 * Something to mend, in words.
 *
 * @param field name of the field, which is also the id that the summary's link leads to
 */
public record Problem(String field, String message) {

    /** Id of the button that sends: nothing is to be mended but to press it again. */
    private static final String BUTTON = "send";

    /** Others were in the way each time ({@link se.fixamingata.shared.Conflicts}). */
    public static Problem busy(Language language) {
        return new Problem(BUTTON, Messages.text(language, "form.busy"));
    }

    /** With which the form is shown again: 503 when it was only busy, else 422. */
    public static int status(List<Problem> problems) {
        return problems.stream().anyMatch(one -> one.field().equals(BUTTON)) ? 503 : 422;
    }

    /** What a rule has found, in that language. */
    public static Problem of(FieldProblem found, Language language) {
        return new Problem(found.field(), Messages.text(language, found.key(), found.arguments(language)));
    }

    /** The first of them that is about that field, in words; empty when the field is right. */
    public static String at(String field, List<Problem> problems) {
        return problems.stream()
                .filter(one -> one.field().equals(field))
                .map(Problem::message)
                .findFirst()
                .orElse("");
    }
}
