package se.fixamingata.web.integrationdesk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fixamingata.delivery.DeliveryState;
import se.fixamingata.integration.ChannelKind;
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

    /** Where a report stands on that way. On a system's way no address is missing, but a service for its category. */
    public String state(DeliveryState state, ChannelKind channel) {
        return state == DeliveryState.WAITING_FOR_ADDRESS && channel != ChannelKind.MAIL
                ? text.of("arende.delivery.unmapped")
                : of("arende.delivery.", state);
    }

    /** As {@link #state(DeliveryState, ChannelKind)}; what was tried in vain is not just on its way. */
    public String state(DeliveryState state, ChannelKind channel, int attempts) {
        return state == DeliveryState.DUE && attempts > 0 ? text.of("arende.delivery.retried") : state(state, channel);
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

    /** A line of the log, {@code server.url: https://…}. What is none stands there as it was written. */
    public String line(String raw) {
        int colon = raw.indexOf(": ");
        if (colon < 0) {
            return raw;
        }
        String setting = raw.substring(0, colon);
        String name = word("integration." + setting, null);
        return name == null ? raw : name + ": " + value(setting, raw.substring(colon + 2));
    }

    /** What went wrong, as the log has it: {@code DELIVER refused}. */
    public String fault(String raw) {
        String[] parts = raw.split(" ", 2);
        return parts.length < 2
                ? raw
                : reason(parts[1]) + " (" + word("integration.action." + parts[0].toLowerCase(Locale.ROOT), parts[0])
                        + ")";
    }

    private String word(String key, String otherwise) {
        try {
            return text.of(key);
        } catch (MissingResourceException notNamed) {
            return otherwise;
        }
    }
}
