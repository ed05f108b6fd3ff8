package se.fixamingata.answer;

import java.util.List;

/**
 * A template's text with a report's values in it.
 *
 * @param unknown names in braces that mean nothing; they stand in the text as typed
 * @param missing placeholders that this report has no value for; they stand in the text as typed
 */
public record FilledText(String text, List<String> unknown, List<String> missing) {

    /** Everything that somebody has to see to before sending. */
    public boolean isComplete() {
        return unknown.isEmpty() && missing.isEmpty();
    }
}
