package se.fixamingata.web.integrationdesk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fixamingata.web.text.TextBean;

/** The desk's codes in words. A reason that has none yet stands there as it was noted, so that nothing is ever silent. */
@Named("integrationWords")
@RequestScoped
public class IntegrationWords {

    private static final Pattern REPORT = Pattern.compile("report:(\\d{1,18})");

    @Inject
    TextBean text;

    /** A channel, a state of a delivery, an action: the key's end is the constant's name in lower case. */
    public String of(String beginning, Enum<?> one) {
        return text.of(beginning + one.name().toLowerCase(Locale.ROOT));
    }

    /** Why something went wrong; empty for an empty reason. */
    public String reason(String reason) {
        if (reason.isEmpty()) {
            return "";
        }
        return word("integration.fault." + reason, reason);
    }

    /** The number of the report that something was about; null when it was about something else. */
    public String report(String subject) {
        Matcher number = REPORT.matcher(subject);
        return number.matches() ? number.group(1) : null;
    }

    /** A setting's name. */
    public String setting(String setting) {
        return text.of("integration." + setting);
    }

    /** A setting's value, which is a code or somebody's own words. */
    public String value(String setting, String value) {
        if (value.isEmpty()) {
            return text.of("integration.value.none");
        }
        return switch (setting) {
            case "way", "server.style", "server.updates" ->
                word("integration." + setting + "." + value.toLowerCase(Locale.ROOT), value);
            case "trust", "server.sends", "server.extended" -> word("logg.value." + value, value);
            case "server.key" -> text.of("integration.value.key");
            case "server.closed" -> word("status." + value, value);
            default -> value;
        };
    }

    private String word(String key, String otherwise) {
        try {
            return text.of(key);
        } catch (MissingResourceException notNamed) {
            return otherwise;
        }
    }
}
