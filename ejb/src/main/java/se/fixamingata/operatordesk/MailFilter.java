package se.fixamingata.operatordesk;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import se.fixamingata.notification.NotificationState;

/** Which mails the log shows. */
public enum MailFilter {
    FAILED(NotificationState.PARKED),
    WAITING(NotificationState.DUE),
    HOMELESS(NotificationState.WAITING_FOR_ADDRESS),
    SENT(NotificationState.SENT);

    private final NotificationState state;

    MailFilter(NotificationState state) {
        this.state = state;
    }

    NotificationState state() {
        return state;
    }

    /** As it stands in an address. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<MailFilter> find(String code) {
        return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
