package se.fixamingata.submission;

import java.util.Optional;
import se.fixamingata.shared.EmailAddress;
import se.fixamingata.shared.TypedText;

/** What every form asks of people's names, addresses and words. */
public final class FieldRules {

    public static final int NAME_MIN = 2;
    public static final int NAME_MAX = 100;

    private FieldRules() {}

    /** The problem with a name; empty when it may stand. */
    public static Optional<FieldProblem> name(String typed) {
        return length("name", "report.name", typed, NAME_MIN, NAME_MAX);
    }

    /** The problem with an e-mail address; empty when a mail can be sent to it. */
    public static Optional<FieldProblem> email(String typed) {
        if (!TypedText.isVisible(typed)) {
            return Optional.of(new FieldProblem("email", "report.email.missing"));
        }
        if (TypedText.length(typed) > EmailAddress.MAX_LENGTH) {
            return Optional.of(new FieldProblem("email", "report.email.long", EmailAddress.MAX_LENGTH));
        }
        return EmailAddress.parse(typed).isPresent()
                ? Optional.empty()
                : Optional.of(new FieldProblem("email", "report.email.invalid"));
    }

    /** The address may not be used here, as the operator has decided. */
    public static FieldProblem blocked(String field) {
        return new FieldProblem(field, "report.email.blocked");
    }

    /**
     * The problem with a text's length; empty when it has the right one.
     *
     * @param key what the keys of its messages begin with: {@code .missing}, {@code .short}, {@code .long}
     */
    public static Optional<FieldProblem> length(String field, String key, String text, int min, int max) {
        if (!TypedText.isVisible(text)) {
            return Optional.of(new FieldProblem(field, key + ".missing"));
        }
        int length = TypedText.length(text);
        if (length < min) {
            return Optional.of(new FieldProblem(field, key + ".short", min));
        }
        return length > max ? Optional.of(new FieldProblem(field, key + ".long", max)) : Optional.empty();
    }
}
