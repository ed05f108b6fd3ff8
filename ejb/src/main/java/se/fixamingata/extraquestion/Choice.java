package se.fixamingata.extraquestion;

import java.util.Objects;

/**
 * One of the answers to choose from.
 *
 * @param code unique within its question; what a system gets
 * @param name what people read
 * @param stop whom to call instead of sending the report, when this is chosen; null for a choice like any other
 */
public record Choice(String code, Wording name, Wording stop) {

    public Choice {
        Objects.requireNonNull(code, "A choice has a code");
        Objects.requireNonNull(name, "A choice has a name");
    }

    /** An ordinary choice. */
    public Choice(String code, Wording name) {
        this(code, name, null);
    }

    public boolean isStop() {
        return stop != null;
    }
}
