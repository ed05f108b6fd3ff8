package se.fixamingata.notification;

import java.util.Optional;
import java.util.Set;

/** Knows what mails of some kinds say. One bean for each kind; found by the container. */
public interface MailContent {

    /** The kinds that it writes; no other bean writes them. */
    Set<NotificationKind> kinds();

    /**
     * Reads what the mail will tell, and makes its secret links. Runs in a short transaction, before each attempt.
     *
     * @return empty when nobody wants the mail any more, or when it has no recipient for now: {@link Notification#readdress}
     */
    Optional<MailTask> prepare(Notification notification);
}
