package se.fixamingata.question;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import se.fixamingata.calendar.WorkingCalendar;
import se.fixamingata.mail.MessageIds;
import se.fixamingata.sending.SendingDue;
import se.fixamingata.shared.SqlTime;

/**
 * Plans the mails that ask reporters whether it is fixed (product.md, R29), some hundred at a time: who is asked and the mail are written
 * together, so that nobody is asked twice whatever dies when. Nobody is asked who is forgotten, does not want to be, has answered since it was
 * said to be fixed, or whose report a moderator has hidden.
 */
@Stateless
@PermitAll
public class QuestionPlanning {

    /** Reports in a portion. */
    public static final int PORTION = 500;

    /** Other mails are to come through between them. */
    private static final Duration APART = Duration.ofMillis(50);

    private static final String ASKABLE = " r.reporter_email is not null and r.visibility <> 'HIDDEN'"
            + " and not exists (select 1 from question_asked q where q.report_id = r.id and q.cause = ?1)"
            + " and not exists (select 1 from question_stop s where s.address_hash = unhex(sha2(lower(r.reporter_email), 256)))";

    /** Along the index of changes: what was fixed on a day has not changed before it. */
    private static final String FIXED = "select r.id from report r where r.listed in (0, 1) and r.status = 'FIXED'"
            + " and r.changed_at >= ?2 - interval 1 day and r.due_stopped_on >= ?2 and r.due_stopped_on < ?3"
            + " and not exists (select 1 from history_entry h where h.report_id = r.id and h.kind = 'REPLIED'"
            + " and h.at >= r.due_stopped_on - interval 2 hour) and" + ASKABLE;

    private static final String OPEN = "select distinct r.id from delivery d join report r on r.id = d.report_id"
            + " and r.authority_code = d.authority_code where d.delivered_at >= ?2 and d.delivered_at < ?3"
            + " and d.state = 'DELIVERED'"
            + " and r.status in ('REPORTED', 'INVESTIGATING', 'PLANNED', 'IN_PROGRESS', 'FORWARDED')"
            + " and r.waiting_until is null and" + ASKABLE;

    private static final String ASK = "insert into question_asked (report_id, cause, batch, asked_at)"
            + " select c.id, ?1, ?4, ?5 from (%s order by r.id limit " + PORTION + ") c";

    private static final String MAILS =
            """
            insert into notification (id, report_id, subject_id, kind, recipient, language, state, attempts, unknowns,
                                      created_at, next_attempt_at, message_id, version)
            select next value for inner_number, r.id, ?2, 'FIXED_QUESTION', r.reporter_email, r.language, 'DUE', 0, 0, ?3,
                   ?4 + interval (row_number() over (order by r.id)) * ?5 microsecond, concat('<', uuid(), '@', ?6, '>'), 1
              from question_asked q join report r on r.id = q.report_id where q.batch = ?1""";

    @Inject
    EntityManager em;

    @Inject
    QuestionSettings settings;

    @Inject
    MessageIds messageIds;

    @Inject
    Event<SendingDue> due;

    @Inject
    Clock clock;

    /** For the container. */
    public QuestionPlanning() {}

    /** For tests. */
    QuestionPlanning(
            EntityManager em, QuestionSettings settings, MessageIds messageIds, Event<SendingDue> due, Clock clock) {
        this.em = em;
        this.settings = settings;
        this.messageIds = messageIds;
        this.due = due;
        this.clock = clock;
    }

    /**
     * The next portion.
     *
     * @param before mails that this run has planned before: these come after them
     * @return how many mails; less than {@link #PORTION} when there are no more
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public int plan(QuestionCause cause, int before) {
        Instant now = clock.instant();
        LocalDate end = WorkingCalendar.day(now).minus(settings.after(cause)).plusDays(1);
        LocalDate start = end.minus(settings.late()).minusDays(1);
        long portion = ((Number) em.createNativeQuery("select next value for inner_number")
                        .getSingleResult())
                .longValue();
        Query ask = em.createNativeQuery(ASK.formatted(cause == QuestionCause.FIXED ? FIXED : OPEN))
                .setParameter(1, cause.name())
                .setParameter(2, start(cause, start))
                .setParameter(3, start(cause, end))
                .setParameter(4, portion)
                .setParameter(5, SqlTime.text(now));
        int asked = ask.executeUpdate();
        if (asked > 0) {
            em.createNativeQuery(MAILS)
                    .setParameter(1, portion)
                    .setParameter(2, cause.number())
                    .setParameter(3, SqlTime.text(now))
                    .setParameter(4, SqlTime.text(now.plus(APART.multipliedBy(before))))
                    .setParameter(5, APART.toNanos() / 1_000)
                    .setParameter(6, messageIds.host())
                    .executeUpdate();
            due.fire(new SendingDue());
        }
        return asked;
    }

    /** What was fixed is known by its Swedish day, a delivery by its moment. */
    private static String start(QuestionCause cause, LocalDate day) {
        return cause == QuestionCause.FIXED
                ? day.toString()
                : SqlTime.text(day.atStartOfDay(WorkingCalendar.ZONE).toInstant());
    }
}
