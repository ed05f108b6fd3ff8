package se.fixamingata.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collection;
import se.fixamingata.mail.MessageIds;
import se.fixamingata.sending.SendingDue;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.SqlTime;

/** The one way to have a mail sent to a person. */
@ApplicationScoped
public class Notifications {

    /**
     * Every row takes the first number of a block of its own. No address has a comma in it. Followers are strangers, who are told
     * nothing of a report that is not public any more. Who wants one mail a day or a week gets none of these.
     */
    private static final String FOLLOWERS =
            """
            insert into notification (id, report_id, subject_id, kind, recipient, language, state, attempts, unknowns,
                                      created_at, next_attempt_at, message_id, version)
            select next value for inner_number, s.report_id, ?2, ?3, s.email, s.language, 'DUE', 0, 0,
                   ?4, ?4, concat('<', uuid(), '@', ?5, '>'), 1
              from subscription s
              join report r on r.id = s.report_id and r.listed
             where s.report_id = ?1 and s.state = 'ACTIVE' and s.frequency = 'AT_ONCE'
               and not find_in_set(s.email, ?6)""";

    @Inject
    EntityManager em;

    private final MessageIds messageIds;
    private final Event<SendingDue> due;
    private final Clock clock;

    /** For the container's proxies. */
    protected Notifications() {
        this(null, null, null);
    }

    @Inject
    public Notifications(MessageIds messageIds, Event<SendingDue> due, Clock clock) {
        this.messageIds = messageIds;
        this.due = due;
        this.clock = clock;
    }

    /** For tests. */
    public Notifications(EntityManager em, MessageIds messageIds, Event<SendingDue> due, Clock clock) {
        this(messageIds, due, clock);
        this.em = em;
    }

    /**
     * Writes the row in the caller's transaction; the mail leaves within seconds after its commit, and not at all if it is rolled back.
     *
     * @param recipient one e-mail address
     * @param language the language in which the person is written to
     */
    public void plan(NotificationKind kind, long reportId, String recipient, Language language) {
        plan(kind, reportId, null, recipient, language);
    }

    /**
     * As {@link #plan(NotificationKind, long, String, Language)}, for a mail about something of a report, or about no report.
     *
     * @param reportId null for what is not about a report
     * @param subjectId what exactly it tells of, as the kind says; null when that is the report
     * @param recipient one e-mail address; null for an authority without one, whose mail waits
     */
    public void plan(NotificationKind kind, Long reportId, Long subjectId, String recipient, Language language) {
        em.persist(
                new Notification(kind, reportId, subjectId, recipient, language, messageIds.next(), clock.instant()));
        due.fire(new SendingDue());
    }

    /**
     * The same mail to everybody who follows the report, in one statement however many they are. The mail is written for the
     * subscription that the recipient has then.
     *
     * @param subjectId what exactly it tells of, as the kind says
     * @param except addresses that get no such mail: who wrote it, who gets it on other grounds
     * @return how many
     */
    public int planForFollowers(NotificationKind kind, long reportId, Long subjectId, Collection<String> except) {
        em.flush();
        String now = SqlTime.text(clock.instant());
        int planned = em.createNativeQuery(FOLLOWERS)
                .setParameter(1, reportId)
                .setParameter(2, subjectId)
                .setParameter(3, kind.name())
                .setParameter(4, now)
                .setParameter(5, messageIds.host())
                .setParameter(6, String.join(",", except))
                .executeUpdate();
        if (planned > 0) {
            due.fire(new SendingDue());
        }
        return planned;
    }

    /** Takes back what has not left yet and tells of that subject; otherwise as {@link #withdraw}. */
    public void withdrawOfSubject(NotificationKind kind, long reportId, long subjectId) {
        em.createNamedQuery("Notification.withdrawOfSubject")
                .setParameter("kind", kind)
                .setParameter("report", reportId)
                .setParameter("subject", subjectId)
                .executeUpdate();
    }

    /**
     * Takes back what has not left yet, for example because its recipient turned out to be the wrong one. Needs a transaction; whoever
     * is sending one of them at this moment loses it to the version.
     */
    public void withdraw(NotificationKind kind, long reportId) {
        em.createNamedQuery("Notification.withdraw")
                .setParameter("kind", kind)
                .setParameter("report", reportId)
                .executeUpdate();
    }
}
