package se.fixamingata.open311.client.updates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;

/** What we have sent to the authorities' servers, to be known again when it comes back. */
@ApplicationScoped
public class SentUpdates {

    /** So many of one report's are looked through. */
    private static final int MOST = 200;

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    /** For the container. */
    public SentUpdates() {}

    /** For tests. */
    public SentUpdates(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    /**
     * Whether that is something that we sent, come back: by the number that they gave it, or by its words. One of which we had not heard
     * whether it arrived has arrived. Needs a transaction.
     *
     * @param remoteId as they call it; null for none
     */
    public boolean isOurs(String authorityCode, long reportId, String remoteId, String text) {
        List<Object[]> sent = em.createNamedQuery("UpdateDelivery.ofReport", Object[].class)
                .setParameter("authority", authorityCode)
                .setParameter("report", reportId)
                .setMaxResults(MOST)
                .getResultList();
        for (Object[] row : sent) {
            UpdateDelivery delivery = (UpdateDelivery) row[0];
            boolean named = remoteId != null && remoteId.equals(delivery.remoteUpdateId());
            if (delivery.isHandedOver() && (named || sameWords((String) row[1], text))) {
                delivery.calledThere(remoteId);
                arrived(delivery);
                return true;
            }
        }
        return false;
    }

    private void arrived(UpdateDelivery delivery) {
        boolean open = delivery.state() == UpdateDeliveryState.DUE || delivery.state() == UpdateDeliveryState.PARKED;
        if (open && !delivery.isLeased()) {
            delivery.delivered(clock.instant());
        }
    }

    /** Whether those are the words of the report itself, which some systems give as the first update. */
    public boolean isReport(long reportId, String text) {
        return em.createQuery("select r.description from Report r where r.id = :report", String.class)
                .setParameter("report", reportId)
                .getResultStream()
                .anyMatch(description -> description != null && sameWords(description, text));
    }

    /** Systems reflow and cut what they were given; blanks make no difference. */
    static boolean sameWords(String ours, String theirs) {
        String one = ours.replaceAll("\\s+", " ").strip();
        String other = theirs.replaceAll("\\s+", " ").strip();
        return !other.isEmpty() && one.equals(other);
    }
}
