package se.fixamingata.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import se.fixamingata.integration.IntegrationChanged;
import se.fixamingata.mail.MessageIds;
import se.fixamingata.municipality.AddressRegistered;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportConfirmed;
import se.fixamingata.report.ReportHandedOver;
import se.fixamingata.sending.SendingDue;
import se.fixamingata.shared.SqlTime;

/** Writes the delivery in the transaction that makes the report public or hands it over, and moves the waiting ones when the way does. */
@ApplicationScoped
public class DeliveryPlanner {

    private static final String UNSENT =
            """
            select * from delivery
             where report_id = ?1 and authority_code = ?2 and state in ('WAITING_FOR_ADDRESS', 'DUE', 'PARKED', 'PAUSED', 'TO_FETCH', 'BOUNCED')
               and (lease_until is null or lease_until <= ?3)
               for update skip locked""";

    @Inject
    EntityManager em;

    private final Addressing addressing;
    private final Rerouting rerouting;
    private final MessageIds messageIds;
    private final Event<SendingDue> due;
    private final Clock clock;

    /** For the container's proxies. */
    protected DeliveryPlanner() {
        this(null, null, null, null, null);
    }

    @Inject
    DeliveryPlanner(
            Addressing addressing, Rerouting rerouting, MessageIds messageIds, Event<SendingDue> due, Clock clock) {
        this.addressing = addressing;
        this.rerouting = rerouting;
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
                        addressing.route(authority, report.categoryCode()),
                        messageId,
                        clock.instant());
    }

    void wake(@Observes AddressRegistered event) {
        addressRegistered(event.authorityCode());
    }

    /** Another way, or the same one closed or opened again. */
    void reroute(@Observes IntegrationChanged event) {
        told(rerouting.ofAuthority(event.authorityCode()));
    }

    /**
     * Sends on what waited for this authority's address, and what was parked at an address that has been replaced since. Needs a
     * transaction.
     *
     * @return how many deliveries were moved by that
     */
    public int addressRegistered(String authorityCode) {
        return told(rerouting.ofAuthority(authorityCode));
    }

    /**
     * Sends on what waits although there is a way: a report that was confirmed in the very moment in which the address was registered
     * or the way changed, so that neither saw the other. Needs a transaction.
     *
     * @return how many deliveries were moved by that
     */
    public int wakeOverlooked() {
        return told(rerouting.ofAll());
    }

    private int told(int moved) {
        if (moved > 0) {
            due.fire(new SendingDue());
        }
        return moved;
    }
}
