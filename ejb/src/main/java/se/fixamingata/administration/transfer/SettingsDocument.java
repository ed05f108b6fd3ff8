package se.fixamingata.administration.transfer;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import se.fixamingata.administration.CategorySettings;
import se.fixamingata.deadline.DueDays;
import se.fixamingata.joining.Refusal;

/**
 * What stands in the file.
 *
 * @param authority code of the authority
 * @param deadlines own days by category code, {@link se.fixamingata.deadline.DeadlineTable#ALL} for all
 * @param refusal where reports are taken instead; empty when they are taken here
 */
record SettingsDocument(
        String authority, CategorySettings categories, Map<String, DueDays> deadlines, Optional<Refusal> refusal) {

    SettingsDocument {
        deadlines = new TreeMap<>(deadlines);
    }
}
