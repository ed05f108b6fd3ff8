package se.fixamingata.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import se.fixamingata.mail.MessageIds;
import se.fixamingata.municipality.AddressRegistered;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportConfirmed;
import se.fixamingata.report.ReportHandedOver;
import se.fixamingata.sending.SendingDue;
import se.fixamingata.shared.SqlTime;

/** Writes the delivery in the transaction that makes the report public or hands it over, and wakes the waiting ones when an address comes. */
@ApplicationScoped
public class DeliveryPlanner {

    private static final String OVERLOOKED =
            """
            update delivery d
              join report r on r.id = d.report_id
              join authority a on a.code = d.authority_code and a.state <> 'REFUSING'
              left join category_recipient c on c.authority_code = a.code and c.category_code = r.category_code
               set d.recipient = coalesce(c.email, a.email), d.state = 'DUE', d.due_since = ?1, d.next_attempt_at = ?1,
                   d.attempts = 0, d.unknowns = 0, d.version = d.version + 1
             where d.state = 'WAITING_FOR_ADDRESS' and coalesce(c.email, a.email) is not null""";

    private static final String UNSENT =
            """
            select * from delivery
             where report_id = ?1 and authority_code = ?2 and state in ('WAITING_FOR_ADDRESS', 'DUE', 'PARKED')
               and (lease_until is null or lease_until <= ?3)
               for update skip locked""";

    @Inject
    EntityManager em;

    private final Addressing addressing;
    private final MessageIds messageIds;
    private final Event<SendingDue> due;
    private final Clock clock;

    /** For the container's proxies. */
    protected DeliveryPlanner() {
        this(null, null, null, null);
    }

    @Inject
    DeliveryPlanner(Addressing addressing, MessageIds messageIds, Event<SendingDue> due, Clock clock) {
        this.addressing = addressing;
        this.messageIds = messageIds;
        this.due = due;
        this.clock = clock;
    }

    void plan(@Observes ReportConfirmed event) {
        Report report = em.find(Report.class, event.reportId());
        em.persist(delivery(report));
        due.fire(new SendingDue());
    }

    /** To the new authority it goes like a new report; what the old one has not been sent yet, it is not sent any more. */
    void replan(@Observes ReportHandedOver event) {
        unsent(event).forEach(Delivery::stop);
        em.persist(delivery(em.find(Report.class, event.reportId())));
        due.fire(new SendingDue());
    }

    /** Passes over what is just being sent: who holds its lock is talking to the authority, and what has arrived has arrived. */
    @SuppressWarnings("unchecked")
    private List<Delivery> unsent(ReportHandedOver event) {
        return em.createNativeQuery(UNSENT, Delivery.class)
                .setParameter(1, event.reportId())
                .setParameter(2, event.from())
                .setParameter(3, SqlTime.text(clock.instant()))
                .getResultList();
    }

    private Delivery delivery(Report report) {
        String authority = report.authorityCode();
        String messageId = messageIds.next();
        return addressing.isRefusing(authority)
                ? Delivery.notAccepted(report.id(), authority, messageId, clock.instant())
                : Delivery.toAuthority(
                        report.id(),
                        authority,
                        addressing.recipient(authority, report.categoryCode()),
                        messageId,
                        clock.instant());
    }

    void wake(@Observes AddressRegistered event) {
        addressRegistered(event.authorityCode());
    }

    /**
     * Sends on what waited for this authority's address, and what was parked at an address that has been replaced since. Needs a
     * transaction.
     *
     * @return how many deliveries are due by that
     */
    public int addressRegistered(String authorityCode) {
        if (addressing.isRefusing(authorityCode)) {
            return 0;
        }
        List<Object[]> waiting = em.createNamedQuery("Delivery.ofAuthorityIn", Object[].class)
                .setParameter("authority", authorityCode)
                .setParameter("states", Set.of(DeliveryState.WAITING_FOR_ADDRESS, DeliveryState.PARKED))
                .getResultList();
        int woken = 0;
        for (Object[] row : waiting) {
            if (wake((Delivery) row[0], (String) row[1])) {
                woken++;
            }
        }
        if (woken > 0) {
            due.fire(new SendingDue());
        }
        return woken;
    }

    /**
     * Sends on what waits although there is an address: a report that was confirmed in the very moment in which the address was
     * registered, so that neither saw the other. Needs a transaction.
     *
     * @return how many deliveries are due by that
     */
    public int wakeOverlooked() {
        int woken = em.createNativeQuery(OVERLOOKED)
                .setParameter(1, SqlTime.text(clock.instant()))
                .executeUpdate();
        if (woken > 0) {
            due.fire(new SendingDue());
        }
        return woken;
    }

    private boolean wake(Delivery delivery, String categoryCode) {
        return addressing
                .recipient(delivery.authorityCode(), categoryCode)
                .filter(address -> !address.equals(delivery.recipient()))
                .map(address -> {
                    delivery.wake(address, clock.instant());
                    return true;
                })
                .orElse(false);
    }
}
