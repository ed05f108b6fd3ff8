package se.fixamingata.sitemessage;

import java.util.Map;

/** What became of a message that was sent in. */
public sealed interface MessageResult {

    record Saved(long id) implements MessageResult {}

    /** @param problems key of the message by field; nothing was saved */
    record Invalid(Map<String, String> problems) implements MessageResult {

        public Invalid {
            problems = Map.copyOf(problems);
        }
    }

    /** Somebody else has changed it meanwhile, or it is gone: nothing was saved. */
    record Conflict() implements MessageResult {}
}
