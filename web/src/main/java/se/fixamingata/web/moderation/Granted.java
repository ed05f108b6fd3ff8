package se.fixamingata.web.moderation;

import java.util.Arrays;
import java.util.Optional;
import se.fixamingata.moderation.Subject;

/**
 * What a moderator did a moment ago, as the address of the next page says it: {@code hide.update.17.0}. Only for telling them so, and for
 * offering the way back; it proves nothing.
 *
 * @param verb the button's value
 * @param wasHidden whether the subject was hidden before
 */
public record Granted(String verb, Subject subject, boolean wasHidden) {

    private static final String[] VERBS = {
        "keep", "hide", "undo", "delete", "name", "noname", "edit", "restore", "erase"
    };

    /** The name of the parameter. */
    static final String PARAMETER = "granskat";

    /** What the address says; empty when it says nothing, or nonsense. May be null. */
    static Optional<Granted> parse(String text) {
        String[] parts = text == null ? new String[0] : text.split("\\.", -1);
        if (parts.length != 4 || Arrays.stream(VERBS).noneMatch(parts[0]::equals)) {
            return Optional.empty();
        }
        return Subject.find(parts[1], parts[2]).map(subject -> new Granted(parts[0], subject, parts[3].equals("1")));
    }

    /** For an address. */
    String text() {
        return verb + "." + subject.kind().code() + "." + subject.id() + "." + (wasHidden ? "1" : "0");
    }

    /** The button that takes it back; null when there is none. */
    public String reverse() {
        return switch (verb) {
            case "keep", "hide" -> "undo";
            case "name" -> "noname";
            case "noname" -> "name";
            default -> null;
        };
    }

    /** The key of what to say. */
    public String key() {
        return "granskning.done." + verb;
    }
}
