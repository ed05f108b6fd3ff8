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
import se.fixamingata.sending.SendingDue;

/** Writes the delivery in the transaction that makes the report public, and wakes the waiting ones when an address comes. */
@ApplicationScoped
public class DeliveryPlanner {

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
