package se.fixamingata.web.integrationdesk;

import java.util.Map;
import org.omnifaces.util.Faces;
import se.fixamingata.integrationdesk.settings.SettingsResult;

/**
 * Why settings were not saved.
 *
 * @param problems field → message key
 * @param conflict whether somebody else has changed them meanwhile
 * @param now what holds now where it is something else than what was typed: setting → code or text
 */
public record SettingsFault(Map<String, String> problems, boolean conflict, Map<String, String> now) {

    static final SettingsFault NONE = new SettingsFault(Map.of(), false, Map.of());

    private static final int CONFLICT = 409;
    private static final int WRONG = 422;

    /** None when they were saved. The page's status tells it, too. */
    static SettingsFault of(SettingsResult result) {
        if (result instanceof SettingsResult.Invalid invalid) {
            Faces.setResponseStatus(WRONG);
            return new SettingsFault(invalid.problems(), false, Map.of());
        }
        if (result instanceof SettingsResult.Conflict conflict) {
            Faces.setResponseStatus(CONFLICT);
            return new SettingsFault(Map.of(), true, conflict.now());
        }
        return NONE;
    }

    /** Whether they were saved, or nobody has tried. */
    public boolean isNone() {
        return problems.isEmpty() && !conflict;
    }
}
