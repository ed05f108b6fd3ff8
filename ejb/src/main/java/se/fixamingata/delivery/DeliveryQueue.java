package se.fixamingata.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.fixamingata.integration.ChannelKind;
import se.fixamingata.integration.Integrations;
import se.fixamingata.mail.ReportReading;
import se.fixamingata.report.Report;
import se.fixamingata.secretlink.AnswerLinks;
import se.fixamingata.sending.AttemptOutcome;
import se.fixamingata.sending.AttemptResult;
import se.fixamingata.sending.HandOver;
import se.fixamingata.sending.LaneQueue;
import se.fixamingata.sending.Lease;
import se.fixamingata.sending.LeaseLost;
import se.fixamingata.sending.OutcomeKeeper;
import se.fixamingata.sending.OutgoingQueue;
import se.fixamingata.sending.SendingFigures;
import se.fixamingata.sending.SendingQueue;
import se.fixamingata.sending.ShortTransaction;

/** The queue of reports on their way to authorities, letters and servers apart; keeps the log of attempts. */
@ApplicationScoped
public class DeliveryQueue extends OutgoingQueue<Delivery, DeliveryTask, DeliveryRound>
        implements SendingQueue, LaneQueue {

    @Inject
    EntityManager em;

    private final Iterable<DeliveryChannel> channels;
    private final Addressing addressing;
    private final DeliveryTasks tasks;
    private final Integrations integrations;
    private final ShortTransaction transaction;
    private final Event<ReportDelivered> delivered;
    private final Clock clock;

    /** For the container's proxies. */
    protected DeliveryQueue() {
        this(null, null, null, null, null, null, null, null, (Iterable<DeliveryChannel>) null);
    }

    @Inject
    DeliveryQueue(
            ShortTransaction transaction,
            OutcomeKeeper outcomes,
            Clock clock,
            Addressing addressing,
            ReportReading reading,
            AnswerLinks answerLinks,
            Integrations integrations,
            Event<ReportDelivered> delivered,
            @Any Instance<DeliveryChannel> channels) {
        this(transaction, outcomes, clock, addressing, reading, answerLinks, integrations, delivered, (Iterable<
                        DeliveryChannel>)
                channels);
    }

    /** For tests. */
    DeliveryQueue(
            ShortTransaction transaction,
            OutcomeKeeper outcomes,
            Clock clock,
            Addressing addressing,
            ReportReading reading,
            AnswerLinks answerLinks,
            Integrations integrations,
            Event<ReportDelivered> delivered,
            Iterable<DeliveryChannel> channels) {
        super(transaction, outcomes, clock);
        this.transaction = transaction;
        this.clock = clock;
        this.integrations = integrations;
        this.addressing = addressing;
        this.tasks = new DeliveryTasks(reading, answerLinks);
        this.delivered = delivered;
        this.channels = channels;
    }

    @Override
    public String name() {
        return SendingFigures.DELIVERIES;
    }

    @Override
    public int workOff(String owner, int most) {
        return workOffThose(owner, now -> rows().letters(now, most));
    }

    @Override
    public List<String> dueLanes() {
        return rows().servers(clock.instant());
    }

    @Override
    public int workOff(String lane, String owner, int most) {
        return workOffThose(owner, now -> rows().ofServer(lane, now, most));
    }

    @Override
    protected Optional<Delivery> lock(long id) {
        return rows().lock(id);
    }

    @Override
    protected long id(Delivery delivery) {
        return delivery.id();
    }

    @Override
    protected boolean isDue(Delivery delivery) {
        return delivery.state() == DeliveryState.DUE;
    }

    @Override
    protected void closeAbandoned(Delivery delivery, Instant now) {
        Instant leasedAt = delivery.leaseUntil().minus(Lease.DURATION);
        DeliveryAttempt attempt = openAttempt(delivery, leasedAt);
        AttemptOutcome outcome = attempt.handedOverAt() == null ? AttemptOutcome.INTERRUPTED : AttemptOutcome.UNKNOWN;
        attempt.finish(
                outcome,
                outcome == AttemptOutcome.UNKNOWN
                        ? "Our server stopped after handing it over, before it wrote down an answer"
                        : "Our server stopped before handing it over",
                now);
        failed(delivery, new AttemptResult(outcome, null), now);
    }

    /** Nobody need decide about what is somebody else's by now. */
    private void failed(Delivery delivery, AttemptResult result, Instant now) {
        delivery.failed(result, now);
        if (delivery.state() == DeliveryState.PARKED && !isTheirs(delivery)) {
            delivery.stop();
        }
    }

    private boolean isTheirs(Delivery delivery) {
        return DeliveryTasks.isTheirs(delivery, em.find(Report.class, delivery.reportId()));
    }

    @Override
    protected Optional<DeliveryTask> prepare(Delivery delivery) {
        if (addressing.isRefusing(delivery.authorityCode())) {
            delivery.withdraw();
            return Optional.empty();
        }
        Report report = em.find(Report.class, delivery.reportId());
        boolean looked = delivery.unknowns() > 0 && delivery.channel() == ChannelKind.OPEN311;
        if (!isTheirs(delivery) && !looked) {
            delivery.stop();
            return Optional.empty();
        }
        delivery.follow(addressing.route(delivery.authorityCode(), report.categoryCode()));
        // What goes by another kind of way from now on is for those who work that one off.
        return isDue(delivery) && delivery.isLeased() ? tasks.of(delivery, em) : Optional.empty();
    }

    @Override
    protected DeliveryRound open() {
        // Apart from the deliveries' own transactions, so that an integration that is just being changed holds up
        // nothing.
        return new DeliveryRound(channels, authority -> transaction.run(() -> integrations.sent(authority)));
    }

    @Override
    protected AttemptResult send(DeliveryTask task, DeliveryRound round, HandOver handOver) {
        return round.deliver(task, handOver);
    }

    @Override
    protected void noteHandOver(Delivery delivery, Instant began, Instant now) {
        if (!isTheirs(delivery)) {
            throw new LeaseLost();
        }
        delivery.handedOver();
        DeliveryAttempt attempt = new DeliveryAttempt(delivery.id(), delivery.recipient(), began);
        attempt.handOver(now);
        em.persist(attempt);
    }

    @Override
    protected void noteOutcome(Delivery delivery, Instant began, AttemptResult result, Instant now) {
        if (result.outcome() != AttemptOutcome.POSTPONED) {
            openAttempt(delivery, began).finish(result.outcome(), result.answer(), now);
        }
        if (result.outcome() == AttemptOutcome.ACCEPTED) {
            delivery.delivered(now);
            delivered.fire(new ReportDelivered(delivery.reportId(), delivery.authorityCode()));
        } else {
            failed(delivery, result, now);
        }
    }

    /** The line of the log that has no end yet: written at hand-over, or now for an attempt that never came so far. */
    private DeliveryAttempt openAttempt(Delivery delivery, Instant began) {
        return em.createNamedQuery("DeliveryAttempt.open", DeliveryAttempt.class)
                .setParameter("delivery", delivery.id())
                .getResultStream()
                .findFirst()
                .orElseGet(() -> {
                    DeliveryAttempt attempt = new DeliveryAttempt(delivery.id(), delivery.recipient(), began);
                    em.persist(attempt);
                    return attempt;
                });
    }

    @Override
    public Map<String, Long> countByState() {
        return rows().countByState();
    }

    @Override
    public Optional<Instant> oldestDue() {
        return rows().oldestDue();
    }

    private DeliveryRows rows() {
        return new DeliveryRows(em);
    }
}
