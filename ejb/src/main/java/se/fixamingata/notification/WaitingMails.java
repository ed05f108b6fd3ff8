package se.fixamingata.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import se.fixamingata.municipality.AddressRegistered;
import se.fixamingata.report.ReportHandedOver;
import se.fixamingata.sending.SendingDue;
import se.fixamingata.shared.SqlTime;

/** Mails to authorities that had no address: sends them on when there is one, as the deliveries of their reports. */
@ApplicationScoped
public class WaitingMails {

    /**
     * Found by kind and state, which are few rows however many mails there are. The seven days of trying begin now. For an authority whose
     * system fetches nobody wants them any more, which is judged as for every mail that is due.
     */
    private static final String WAKE =
            """
            update notification n
              join report r on r.id = n.report_id
              join authority a on a.code = r.authority_code and a.state <> 'REFUSING'
              left join integration i on i.authority_code = a.code
              left join category_recipient c on c.authority_code = a.code and c.category_code = r.category_code
               set n.state = 'DUE', n.due_since = ?1, n.next_attempt_at = ?1, n.attempts = 0, n.unknowns = 0,
                   n.last_error = null, n.version = n.version + 1
             where n.kind = 'UPDATE_TO_AUTHORITY' and n.state = 'WAITING_FOR_ADDRESS'
               and (coalesce(c.email, a.email) is not null or i.channel = 'PULL')""";

    @Inject
    EntityManager em;

    private final Event<SendingDue> due;
    private final Clock clock;

    /** For the container's proxies. */
    protected WaitingMails() {
        this(null, null);
    }

    @Inject
    WaitingMails(Event<SendingDue> due, Clock clock) {
        this.due = due;
        this.clock = clock;
    }

    /** For tests. */
    public WaitingMails(EntityManager em, Event<SendingDue> due, Clock clock) {
        this(due, clock);
        this.em = em;
    }

    void registered(@Observes AddressRegistered event) {
        wake();
    }

    /** Whoever has the report now may have an address. */
    void handedOver(@Observes ReportHandedOver event) {
        wake();
    }

    /**
     * Sends on what waits although there is an address. Needs a transaction.
     *
     * @return how many mails are due by that
     */
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
