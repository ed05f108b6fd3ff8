package se.fixamingata.joining;

import java.util.Map;
import java.util.Set;

/** What became of a wish to start, to go back, or to take reports elsewhere. */
public sealed interface StandingResult {

    record Done() implements StandingResult {}

    /** Nothing was changed: these points have to be done before the start. */
    record Missing(Set<ChecklistStep> steps) implements StandingResult {

        public Missing {
            steps = Set.copyOf(steps);
        }
    }

    /** @param problems key of the message by field: {@code sv}, {@code en}, {@code url}; nothing was changed */
    record Invalid(Map<String, String> problems) implements StandingResult {

        public Invalid {
            problems = Map.copyOf(problems);
        }
    }
}
