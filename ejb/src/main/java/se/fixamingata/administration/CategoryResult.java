package se.fixamingata.administration;

import java.util.Map;

/** What became of settings that were sent. */
public sealed interface CategoryResult {

    /** They hold for everything that is reported from now on. */
    record Saved() implements CategoryResult {}

    /** @param problems key of the message by the field: {@code email}, {@code categories}, or {@code recipient-} and the category's code */
    record Invalid(Map<String, String> problems) implements CategoryResult {

        public Invalid {
            problems = Map.copyOf(problems);
        }
    }

    /** Somebody else has saved meanwhile: nothing was saved. */
    record Conflict() implements CategoryResult {}
}
