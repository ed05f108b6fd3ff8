package se.fixamingata.delivery;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import se.fixamingata.integration.ChannelKind;
import se.fixamingata.integration.Integrations;
import se.fixamingata.report.Report;
import se.fixamingata.sending.AttemptOutcome;

/**
 * What an authority's own system has got otherwise than by our sending: what lay ready for it and is being fetched (R24), and what it has
 * posted itself. Written down before the system gets it: a server that dies in between leaves a system without an answer, which asks again
 * from where it stood, and never a report that waits for ever though they have it.
 */
@Stateless
@PermitAll
public class FetchedDeliveries {

    private static final String READY =
            "select d from Delivery d where d.authorityCode = :authority and d.state in :states"
                    + " and d.channel = :channel and d.reportId in :reports order by d.id";

    private static final String PLANNED =
            "select d from Delivery d where d.authorityCode = :authority and d.state in :states"
                    + " and d.reportId = :report order by d.id";

    @Inject
    EntityManager em;

    @Inject
    Integrations integrations;

    @Inject
    Event<ReportDelivered> delivered;

    @Inject
    Clock clock;

    /** For the container. */
    public FetchedDeliveries() {}

    /** For tests. */
    public FetchedDeliveries(
            EntityManager em, Integrations integrations, Event<ReportDelivered> delivered, Clock clock) {
        this.em = em;
        this.integrations = integrations;
        this.delivered = delivered;
        this.clock = clock;
    }

    /**
     * Those of the reports that waited for it are delivered now; what was fetched before stays as it is. A way that is paused sends
     * nothing, but keeps nobody from fetching.
     *
     * @param keyName what the authority calls the key that its system has shown
     * @param reportIds at most as many as one answer holds
     * @return how many were delivered by that
     */
    public int fetched(String authorityCode, String keyName, Collection<Long> reportIds) {
        if (reportIds.isEmpty()) {
            return 0;
        }
        List<Delivery> ready = em.createQuery(READY, Delivery.class)
                .setParameter("authority", authorityCode)
                .setParameter("states", Set.of(DeliveryState.TO_FETCH, DeliveryState.PAUSED))
                .setParameter("channel", ChannelKind.PULL)
                .setParameter("reports", reportIds)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        if (ready.isEmpty()) {
            return 0;
        }
        has(ready, "fetched by " + keyName);
        integrations.sent(authorityCode);
        return ready.size();
    }

    /**
     * The authority's own system has posted that report: it has it, whichever way its reports go, and sending it would make a second one
     * there. To be called in the transaction that plans the delivery, before anybody can have taken it up.
     *
     * @param keyName what the authority calls the key that its system has shown
     */
    public void posted(String authorityCode, String keyName, long reportId) {
        List<Delivery> planned = em.createQuery(PLANNED, Delivery.class)
                .setParameter("authority", authorityCode)
                .setParameter(
                        "states",
                        Set.of(
                                DeliveryState.DUE,
                                DeliveryState.WAITING_FOR_ADDRESS,
                                DeliveryState.TO_FETCH,
                                DeliveryState.PAUSED,
                                DeliveryState.NOT_ACCEPTED))
                .setParameter("report", reportId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        if (!planned.isEmpty()) {
            has(planned, "posted by " + keyName);
        }
    }

    private void has(List<Delivery> deliveries, String how) {
        readReports(deliveries);
        Instant now = clock.instant();
        for (Delivery delivery : deliveries) {
            DeliveryAttempt attempt = new DeliveryAttempt(delivery.id(), "Open311", now);
            attempt.handOver(now);
            attempt.finish(AttemptOutcome.ACCEPTED, how, now);
            em.persist(attempt);
            delivery.delivered(now);
            delivered.fire(new ReportDelivered(delivery.reportId(), delivery.authorityCode()));
        }
    }

    /** All at once: who observes the event looks at each. */
    private void readReports(List<Delivery> deliveries) {
        em.createQuery("select r from Report r where r.id in :reports", Report.class)
                .setParameter(
                        "reports", deliveries.stream().map(Delivery::reportId).toList())
                .getResultList();
    }
}
