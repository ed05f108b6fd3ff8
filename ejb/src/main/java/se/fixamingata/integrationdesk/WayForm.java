package se.fixamingata.integrationdesk;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import se.fixamingata.integration.ChannelKind;

/**
 * How an authority wants to be reached, as typed.
 *
 * @param channel name of a {@link ChannelKind}
 * @param trustsMail whether replies by mail from its own address are published at once
 * @param alarmHours empty for the installation's setting, 0 for never
 * @param alarmEmail empty for nobody besides the operator
 */
public record WayForm(String channel, boolean trustsMail, String alarmHours, String alarmEmail) {

    public WayForm {
        channel = Objects.requireNonNullElse(channel, "");
        alarmHours = Objects.requireNonNullElse(alarmHours, "").strip();
        alarmEmail = Objects.requireNonNullElse(alarmEmail, "").strip();
    }

    Optional<ChannelKind> kind() {
        return Arrays.stream(ChannelKind.values())
                .filter(one -> one.name().equals(channel))
                .findFirst();
    }
}
