package se.fixamingata.integrationdesk;

import java.util.Map;

/** What came of changed settings. */
public sealed interface SettingsResult {

    /** They hold from now on. */
    record Saved() implements SettingsResult {}

    /** Nothing was changed. @param problems field → message key */
    record Invalid(Map<String, String> problems) implements SettingsResult {

        public Invalid {
            problems = Map.copyOf(problems);
        }
    }
}
