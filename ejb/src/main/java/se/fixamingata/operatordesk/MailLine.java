package se.fixamingata.operatordesk;

import java.time.Instant;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.notification.NotificationState;
import se.fixamingata.shared.PageMark;

/**
 * A mail in the log.
 *
 * @param reportId null for what is not about a report
 * @param recipient null while no address is known
 * @param nextAt when it is tried next, or was due last
 * @param sentAt null until the mail server has taken it
 * @param lastError why the last attempt failed; null when none has
 */
public record MailLine(
        long id,
        Long reportId,
        NotificationKind kind,
        String recipient,
        NotificationState state,
        int attempts,
        Instant createdAt,
        Instant nextAt,
        Instant sentAt,
        String lastError) {

    /** Whether it can be sent again. */
    public boolean isSendable() {
        return state == NotificationState.PARKED
                || state == NotificationState.SENT && kind != NotificationKind.SIGN_IN_LINK;
    }

    /** Whether it is to be sent yet. */
    public boolean isDue() {
        return state == NotificationState.DUE;
    }

    /** Where the next page goes on. */
    public PageMark mark() {
        return new PageMark(nextAt, id);
    }
}
