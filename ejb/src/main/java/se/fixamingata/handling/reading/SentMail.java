package se.fixamingata.handling.reading;

import java.time.Instant;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.notification.NotificationState;

/**
 * A mail about a report, or the many equal ones to its followers.
 *
 * @param recipient the reporter's address; null for others, and for who may not see the reporter
 * @param count how many people
 * @param plannedAt when what it tells of happened
 * @param sentAt when the last of them was taken by the mail server; null while none was
 */
public record SentMail(
        NotificationKind kind,
        String recipient,
        long count,
        NotificationState state,
        Instant plannedAt,
        Instant sentAt) {}
