package se.fixamingata.apikey;

/** What became of a key that somebody wanted to make. */
public sealed interface ApiKeyResult {

    /** @param key the only copy: it is shown to whoever made it, and goes nowhere else */
    record Made(long id, String key) implements ApiKeyResult {

        /** Never the key in a log. */
        @Override
        public String toString() {
            return "Made[" + id + "]";
        }
    }

    /** @param key in the message bundles; begins with {@code apikey.}; about the name unless it says otherwise */
    record Invalid(String key) implements ApiKeyResult {}
}
