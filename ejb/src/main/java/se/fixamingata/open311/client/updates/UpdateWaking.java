package se.fixamingata.open311.client.updates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import se.fixamingata.integration.IntegrationChanged;
import se.fixamingata.integration.ServerAnswersAgain;
import se.fixamingata.sending.SendingDue;
import se.fixamingata.shared.SqlTime;

/**
 * Sends on what rested: the report has a number there by now, or never will; the way was opened, or is another. In one statement,
 * whatever the number; which way it is, is judged when it leaves.
 */
@ApplicationScoped
public class UpdateWaking {

    private static final String WAKE =
            """
            update update_delivery u
              left join integration i on i.authority_code = u.authority_code
               set u.state = 'DUE', u.due_since = ?1, u.next_attempt_at = ?1, u.attempts = 0, u.last_error = null,
                   u.version = u.version + 1
             where u.state = 'PAUSED' and i.paused_at is null
                or u.state = 'WAITING_FOR_NUMBER' and (coalesce(i.channel, 'MAIL') <> 'OPEN311'
                    or exists (select 1 from remote_request q
                                where q.report_id = u.report_id and q.authority_code = u.authority_code and q.state <> 'TOKEN')
                    or (select d.state from delivery d where d.report_id = u.report_id and d.authority_code = u.authority_code
                         order by d.id desc limit 1) in ('HANDLED', 'STOPPED', 'NOT_ACCEPTED'))""";

    /** What may have arrived keeps its pause before it is looked for. */
    private static final String ANSWERS_AGAIN =
            """
            update update_delivery set next_attempt_at = ?1, version = version + 1
             where authority_code = ?2 and state = 'DUE' and unknowns = 0 and next_attempt_at > ?1 and lease_owner is null""";

    @Inject
    EntityManager em;

    @Inject
    Event<SendingDue> due;

    @Inject
    Clock clock;

    void changed(@Observes IntegrationChanged event) {
        wake();
    }

    /** Their server is there again: nobody waits for the end of a pause. */
    void answersAgain(@Observes ServerAnswersAgain event) {
        int woken = em.createNativeQuery(ANSWERS_AGAIN)
                .setParameter(1, SqlTime.text(clock.instant()))
                .setParameter(2, event.authorityCode())
                .executeUpdate();
        if (woken > 0) {
            due.fire(new SendingDue());
        }
    }

    /** Needs a transaction. @return how many are due by that */
    public int wake() {
        em.flush();
        int woken = em.createNativeQuery(WAKE)
                .setParameter(1, SqlTime.text(clock.instant()))
                .executeUpdate();
        if (woken > 0) {
            due.fire(new SendingDue());
        }
        return woken;
    }
}
