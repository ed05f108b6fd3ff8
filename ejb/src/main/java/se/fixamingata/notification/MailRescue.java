package se.fixamingata.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import se.fixamingata.mail.MessageIds;
import se.fixamingata.sending.SendingDue;
import se.fixamingata.shared.SqlTime;

/**
 * Sends a mail again that was given up or that somebody has not got. No text was kept: it is written anew from today's data, and what
 * nobody wants any more is not sent. Who may is the caller's question.
 */
@ApplicationScoped
public class MailRescue {

    /**
     * The state is asked and changed in one statement, so that two who press at once send one mail. A link that signs somebody in is sent
     * again only when it never left: nobody asks for an old one. Under a name of its own, since mail programs leave out a second copy.
     */
    private static final String AGAIN =
            """
            update notification
               set state = 'DUE', due_since = ?1, next_attempt_at = ?1, attempts = 0, unknowns = 0, handed_over_at = null,
                   sent_at = null, last_error = null, message_id = ?2, version = version + 1
             where id = ?3 and lease_owner is null
               and (state = 'PARKED' or state = 'SENT' and kind <> 'SIGN_IN_LINK')""";

    @Inject
    EntityManager em;

    private final MessageIds messageIds;
    private final Event<SendingDue> due;
    private final Clock clock;

    /** For the container's proxies. */
    protected MailRescue() {
        this(null, null, null);
    }

    @Inject
    public MailRescue(MessageIds messageIds, Event<SendingDue> due, Clock clock) {
        this.messageIds = messageIds;
        this.due = due;
        this.clock = clock;
    }

    /** For tests. */
    public MailRescue(EntityManager em, MessageIds messageIds, Event<SendingDue> due, Clock clock) {
        this(messageIds, due, clock);
        this.em = em;
    }

    /** Needs a transaction. @return false when it is on its way already, is not wanted any more, or there is no such */
    public boolean sendAgain(long notificationId) {
        em.flush();
        int woken = em.createNativeQuery(AGAIN)
                .setParameter(1, SqlTime.text(clock.instant()))
                .setParameter(2, messageIds.next())
                .setParameter(3, notificationId)
                .executeUpdate();
        if (woken > 0) {
            due.fire(new SendingDue());
        }
        return woken > 0;
    }
}
