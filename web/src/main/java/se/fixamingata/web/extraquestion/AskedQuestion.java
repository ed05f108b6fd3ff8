package se.fixamingata.web.extraquestion;

import java.util.List;
import se.fixamingata.extraquestion.QuestionKind;

/**
 * A question as a form shows it.
 *
 * @param key what says that it was shown
 * @param field name and id of what is filled in
 * @param foreign whether the label is Swedish on an English page
 * @param value as typed; empty for nothing
 * @param problem what is wrong with the answer; empty when nothing is
 */
public record AskedQuestion(
        String key,
        String field,
        QuestionKind kind,
        boolean required,
        String label,
        boolean foreign,
        List<AskedChoice> choices,
        String value,
        String problem) {

    /** So many are still easier to see than to unfold. */
    private static final int RADIOS = 12;

    public AskedQuestion {
        choices = List.copyOf(choices);
    }

    /** How it is shown: {@code line}, {@code text}, {@code radios}, {@code list}, {@code boxes}, {@code notice}. */
    public String look() {
        return switch (kind) {
            case NOTICE -> "notice";
            case TEXT -> "text";
            case CHOICES -> "boxes";
            case CHOICE ->
                choices.size() > RADIOS
                                && choices.stream().allMatch(one -> one.stop().isEmpty())
                        ? "list"
                        : "radios";
            default -> "line";
        };
    }

    /** The type of a field of one line. */
    public String type() {
        return kind == QuestionKind.DATE ? "date" : "text";
    }

    /** Which keys a phone offers; null for all. */
    public String inputMode() {
        return kind == QuestionKind.NUMBER ? "decimal" : null;
    }

    /** Whether nothing is chosen yet. */
    public boolean isOpen() {
        return choices.stream().noneMatch(AskedChoice::chosen);
    }
}
