package se.fixamingata.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import se.fixamingata.mail.MessageIds;
import se.fixamingata.municipality.Authorities;
import se.fixamingata.report.Report;
import se.fixamingata.sending.AttemptOutcome;

/** Writes down deliveries that happened before this installation knew of them. Nothing is sent, and nothing becomes due. */
@ApplicationScoped
public class PastDeliveries {

    private static final Set<DeliveryState> REACHABLE = EnumSet.of(DeliveryState.DUE, DeliveryState.TO_FETCH);
    private static final String FETCHED = "Open311";
    private static final Duration TOOK = Duration.ofMillis(640);

    @Inject
    EntityManager em;

    private final Addressing addressing;
    private final MessageIds messageIds;

    /** For the container's proxies. */
    protected PastDeliveries() {
        this(null, null);
    }

    @Inject
    PastDeliveries(Addressing addressing, MessageIds messageIds) {
        this.addressing = addressing;
        this.messageIds = messageIds;
    }

    /** For tests. */
    public PastDeliveries(EntityManager em, Authorities authorities, MessageIds messageIds) {
        this(new Addressing(em, authorities), messageIds);
        this.em = em;
    }

    /** Whether reports of that category reach that authority today. */
    public boolean isReachable(String authorityCode, String categoryCode) {
        return !addressing.isRefusing(authorityCode)
                && REACHABLE.contains(
                        addressing.route(authorityCode, categoryCode).state());
    }

    /** A report that went to its authority at that moment. */
    public record Past(Report report, Instant at) {}

    /**
     * The reports as delivered to where they would go today; waiting where no address is registered, not accepted where the authority
     * takes reports elsewhere. Needs a transaction.
     */
    public void record(List<Past> past) {
        List<Delivery> made = past.stream().map(this::delivery).toList();
        made.forEach(em::persist);
        // The attempts' rows point at these.
        em.flush();
        made.stream().filter(delivery -> REACHABLE.contains(delivery.state())).forEach(this::deliver);
    }

    private Delivery delivery(Past past) {
        Report report = past.report();
        String authority = report.authorityCode();
        return addressing.isRefusing(authority)
                ? Delivery.notAccepted(report.id(), authority, messageIds.next(), past.at())
                : Delivery.toAuthority(
                        report.id(),
                        authority,
                        addressing.route(authority, report.categoryCode()),
                        messageIds.next(),
                        past.at());
    }

    private void deliver(Delivery delivery) {
        Instant at = delivery.createdAt();
        DeliveryAttempt attempt =
                new DeliveryAttempt(delivery.id(), Objects.requireNonNullElse(delivery.recipient(), FETCHED), at);
        attempt.handOver(at);
        attempt.finish(AttemptOutcome.ACCEPTED, "250 OK", at.plus(TOOK));
        em.persist(attempt);
        delivery.delivered(at.plus(TOOK));
    }
}
