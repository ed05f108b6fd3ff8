package se.fixamingata.deadline;

import java.util.Map;

/**
 * The table as somebody has typed it.
 *
 * @param mark of the table that they saw
 * @param typed by category code, {@link DeadlineTable#ALL} for all; nothing typed takes that row's own days away
 */
public record DeadlineForm(String mark, Map<String, Typed> typed) {

    public DeadlineForm {
        typed = Map.copyOf(typed);
    }

    /** Both as they were typed; never null. */
    public record Typed(String answer, String solve) {

        boolean isEmpty() {
            return answer.isBlank() && solve.isBlank();
        }
    }
}
