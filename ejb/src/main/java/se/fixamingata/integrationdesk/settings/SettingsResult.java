package se.fixamingata.integrationdesk.settings;

import java.util.LinkedHashMap;
import java.util.Map;

/** What came of changed settings. */
public sealed interface SettingsResult {

    /** They hold from now on. */
    record Saved() implements SettingsResult {}

    /** Nothing was changed. @param problems field → message key */
    record Invalid(Map<String, String> problems) implements SettingsResult {

        public Invalid {
            problems = new LinkedHashMap<>(problems);
        }
    }

    /**
     * Nothing was changed: somebody else has changed them since the form was opened.
     *
     * @param now what holds now where it is something else than what was typed: setting → code or text
     * @param seen what the next form starts from
     */
    record Conflict(Map<String, String> now, String seen) implements SettingsResult {

        public Conflict {
            now = new LinkedHashMap<>(now);
        }
    }
}
