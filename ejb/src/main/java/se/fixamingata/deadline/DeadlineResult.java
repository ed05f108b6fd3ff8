package se.fixamingata.deadline;

import java.util.Map;

/** What became of a table that was sent. */
public sealed interface DeadlineResult {

    /** @param reports how many open ones have other days now */
    record Saved(int reports) implements DeadlineResult {}

    /** @param problems key of the message by {@code answer-} or {@code solve-} and the row's code; nothing was saved */
    record Invalid(Map<String, String> problems) implements DeadlineResult {

        public Invalid {
            problems = Map.copyOf(problems);
        }
    }

    /** Somebody else has saved meanwhile: nothing was saved. */
    record Conflict() implements DeadlineResult {}
}
