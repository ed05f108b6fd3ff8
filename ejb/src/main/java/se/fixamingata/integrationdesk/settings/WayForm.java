package se.fixamingata.integrationdesk.settings;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import se.fixamingata.integration.ChannelKind;
import se.fixamingata.integration.Integration;

/**
 * How an authority wants to be reached, as typed.
 *
 * @param channel name of a {@link ChannelKind}
 * @param trustsMail whether replies by mail from its own address are published at once
 * @param alarmHours empty for the installation's setting, 0 for never
 * @param alarmEmail empty for nobody besides the operator
 * @param seen what the form started from, by {@link #mark}
 */
public record WayForm(String channel, boolean trustsMail, String alarmHours, String alarmEmail, String seen) {

    public WayForm {
        channel = Objects.requireNonNullElse(channel, "");
        alarmHours = Objects.requireNonNullElse(alarmHours, "").strip();
        alarmEmail = Objects.requireNonNullElse(alarmEmail, "").strip();
        seen = Objects.requireNonNullElse(seen, "");
    }

    /** As it is kept. @param row empty for an authority that has set nothing */
    public static WayForm of(Optional<Integration> row) {
        WayForm kept = new WayForm(
                row.map(Integration::channel).orElse(ChannelKind.MAIL).name(),
                row.map(Integration::trustsMail).orElse(false),
                row.map(Integration::alarmHours).map(String::valueOf).orElse(""),
                row.map(Integration::alarmEmail).orElse(""),
                "");
        return kept.from(kept.mark());
    }

    /** The same, started from something else. */
    public WayForm from(String mark) {
        return new WayForm(channel, trustsMail, alarmHours, alarmEmail, mark);
    }

    /** Tells one state of the settings from another. */
    String mark() {
        return String.join("|", channel, String.valueOf(trustsMail), alarmHours, alarmEmail);
    }

    /** By setting. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("way", channel);
        values.put("trust", trustsMail ? "on" : "off");
        values.put("alarm.hours", alarmHours);
        values.put("alarm.email", alarmEmail);
        return values;
    }

    Optional<ChannelKind> kind() {
        return Arrays.stream(ChannelKind.values())
                .filter(one -> one.name().equals(channel))
                .findFirst();
    }
}
