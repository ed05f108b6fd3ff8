package se.fixamingata.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import se.fixamingata.sending.AttemptOutcome;

/** The deliveries of reports, to be read by everybody. */
@ApplicationScoped
public class Deliveries {

    @Inject
    EntityManager em;

    /** For the container. */
    public Deliveries() {}

    /** For tests. */
    public Deliveries(EntityManager em) {
        this.em = em;
    }

    /** Where the report went and when, every attempt included; empty for an unconfirmed report. Two queries. */
    public List<DeliveryView> ofReport(long reportId) {
        return logOf(reportId).stream().map(DeliveryLogView::way).toList();
    }

    /** The same with addresses and answers, for the authority's own staff. Two queries. */
    public List<DeliveryLogView> logOf(long reportId) {
        List<Delivery> deliveries = em.createNamedQuery("Delivery.ofReport", Delivery.class)
                .setParameter("report", reportId)
                .getResultList();
        if (deliveries.isEmpty()) {
            return List.of();
        }
        Map<Long, List<DeliveryAttempt>> attempts = em
                .createNamedQuery("DeliveryAttempt.ofDeliveries", DeliveryAttempt.class)
                .setParameter(
                        "deliveries", deliveries.stream().map(Delivery::id).toList())
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(DeliveryAttempt::deliveryId));
        return deliveries.stream()
                .map(delivery -> log(delivery, attempts.getOrDefault(delivery.id(), List.of())))
                .toList();
    }

    private static DeliveryLogView log(Delivery delivery, List<DeliveryAttempt> attempts) {
        List<AttemptView> views = views(attempts);
        List<AttemptDetail> details = new ArrayList<>();
        for (int i = 0; i < attempts.size(); i++) {
            details.add(new AttemptDetail(
                    views.get(i), attempts.get(i).destination(), attempts.get(i).answer()));
        }
        return new DeliveryLogView(view(delivery, views), details);
    }

    /** For everybody: what somebody merely says about a letter is no part of it. */
    private static DeliveryView view(Delivery delivery, List<AttemptView> attempts) {
        return new DeliveryView(
                delivery.authorityCode(),
                delivery.channel(),
                delivery.state(),
                delivery.createdAt(),
                delivery.deliveredAt(),
                delivery.state() == DeliveryState.DUE ? delivery.nextAttemptAt() : null,
                attempts.stream()
                        .filter(one -> one.outcome() != AttemptOutcome.UNPROVED)
                        .toList());
    }

    private static List<AttemptView> views(List<DeliveryAttempt> attempts) {
        List<AttemptView> views = new ArrayList<>();
        boolean unknownBefore = false;
        for (DeliveryAttempt attempt : attempts) {
            views.add(new AttemptView(
                    attempt.startedAt(),
                    attempt.outcome(),
                    attempt.finishedAt() == null ? null : Duration.between(attempt.startedAt(), attempt.finishedAt()),
                    unknownBefore && attempt.handedOverAt() != null));
            unknownBefore |= attempt.outcome() == AttemptOutcome.UNKNOWN;
        }
        return views;
    }
}
