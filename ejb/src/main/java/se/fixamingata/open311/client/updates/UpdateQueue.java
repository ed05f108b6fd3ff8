package se.fixamingata.open311.client.updates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.fixamingata.integration.ChannelKind;
import se.fixamingata.integration.FaultAction;
import se.fixamingata.integration.Faults;
import se.fixamingata.integration.Integrations;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.notification.Notifications;
import se.fixamingata.open311.client.updates.UpdateCalls.Sent;
import se.fixamingata.open311.client.updates.UpdateRoutes.Route;
import se.fixamingata.report.Report;
import se.fixamingata.sending.AttemptOutcome;
import se.fixamingata.sending.AttemptResult;
import se.fixamingata.sending.HandOver;
import se.fixamingata.sending.LaneQueue;
import se.fixamingata.sending.Lease;
import se.fixamingata.sending.OutcomeKeeper;
import se.fixamingata.sending.OutgoingQueue;
import se.fixamingata.sending.QueueTable;
import se.fixamingata.sending.SendingFigures;
import se.fixamingata.sending.ShortTransaction;
import se.fixamingata.shared.Language;
import se.fixamingata.update.ReportUpdate;
import se.fixamingata.update.UpdateState;

/** The queue of residents' words on their way to authorities' servers. */
@ApplicationScoped
public class UpdateQueue extends OutgoingQueue<UpdateDelivery, UpdateTask, UpdateRound> implements LaneQueue {

    private static final Duration FIRST_LOOK = Duration.ofMinutes(1);
    private static final String LANE = "update_delivery force index (ix_update_delivery_lane)";

    @Inject
    EntityManager em;

    @Inject
    UpdateRoutes routes;

    @Inject
    UpdateWriting writing;

    @Inject
    UpdateCalls calls;

    @Inject
    Integrations integrations;

    @Inject
    Notifications notifications;

    @Inject
    Faults faults;

    private final ShortTransaction transaction;
    private final OutcomeKeeper outcomes;
    private final Clock clock;

    /** For the container's proxies. */
    protected UpdateQueue() {
        this(null, null, null);
    }

    @Inject
    UpdateQueue(ShortTransaction transaction, OutcomeKeeper outcomes, Clock clock) {
        super(transaction, outcomes, clock);
        this.transaction = transaction;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    @Override
    public String name() {
        return SendingFigures.UPDATES;
    }

    @Override
    public List<String> dueLanes() {
        return table().dueLanes("", clock.instant());
    }

    @Override
    public int workOff(String lane, String owner, int most) {
        return workOffThose(owner, now -> table().lockDueOf(lane, LANE, "", now, most));
    }

    @Override
    protected Optional<UpdateDelivery> lock(long id) {
        return table().lock(id);
    }

    @Override
    protected long id(UpdateDelivery delivery) {
        return delivery.id();
    }

    @Override
    protected boolean isDue(UpdateDelivery delivery) {
        return delivery.state() == UpdateDeliveryState.DUE;
    }

    @Override
    protected void closeAbandoned(UpdateDelivery delivery, Instant now) {
        if (delivery.remoteUpdateId() != null || delivery.token() != null) {
            delivery.delivered(now);
        } else if (delivery.isHandedOverBy(delivery.leaseUntil().minus(Lease.DURATION))) {
            delivery.failed(AttemptResult.unknown("our server stopped after handing it over"), now);
        } else {
            String why = "our server stopped before handing it over";
            delivery.failed(new AttemptResult(AttemptOutcome.INTERRUPTED, why), now);
        }
    }

    @Override
    protected Optional<UpdateTask> prepare(UpdateDelivery delivery) {
        ReportUpdate update = em.find(ReportUpdate.class, delivery.updateId());
        Report report = em.find(Report.class, delivery.reportId());
        if (update.state() != UpdateState.PUBLISHED) {
            delivery.rest(UpdateDeliveryState.OBSOLETE, "Hidden since");
            return Optional.empty();
        }
        if (integrations.isPaused(delivery.authorityCode())) {
            delivery.rest(UpdateDeliveryState.PAUSED, null);
            return Optional.empty();
        }
        Route route = routes.of(delivery.reportId(), delivery.authorityCode());
        boolean theirs = report.authorityCode().equals(delivery.authorityCode());
        if (!theirs || route.way() == UpdateRoutes.Way.LETTER) {
            instead(delivery, report);
            return Optional.empty();
        }
        if (route.way() == UpdateRoutes.Way.LATER) {
            delivery.rest(UpdateDeliveryState.WAITING_FOR_NUMBER, null);
            return Optional.empty();
        }
        boolean extended = route.endpoint().dialect().extendedStatuses();
        return Optional.of(new UpdateTask(
                delivery.id(),
                delivery.reportId(),
                route.number(),
                route.endpoint(),
                writing.write(update, report, route.number(), extended),
                update.text(),
                delivery.silentAt(),
                delivery.notFoundAt(),
                delivery.unknowns() == 0));
    }

    /**
     * Whoever fetches finds them in the list of updates. What may have arrived there is left to people; everything else goes as a letter,
     * to whoever has the report now.
     */
    private void instead(UpdateDelivery delivery, Report report) {
        if (integrations.channel(report.authorityCode()) == ChannelKind.PULL) {
            delivery.rest(UpdateDeliveryState.OBSOLETE, "Lies ready to be fetched");
            return;
        }
        if (delivery.unknowns() > 0) {
            delivery.rest(UpdateDeliveryState.PARKED, "May have arrived, and the way is closed by now");
            return;
        }
        em.createQuery("select h.id from HistoryEntry h where h.updateId = :update order by h.id", Long.class)
                .setParameter("update", delivery.updateId())
                .setMaxResults(1)
                .getResultStream()
                .forEach(entry -> notifications.plan(
                        NotificationKind.UPDATE_TO_AUTHORITY, delivery.reportId(), entry, null, Language.SV));
        delivery.rest(UpdateDeliveryState.OBSOLETE, "Goes as a letter");
    }

    @Override
    protected UpdateRound open() {
        return new UpdateRound(authority -> transaction.run(() -> integrations.sent(authority)));
    }

    @Override
    protected AttemptResult send(UpdateTask task, UpdateRound round, HandOver handOver) {
        Sent sent = calls.send(task, handOver);
        String authority = task.endpoint().authorityCode();
        if (sent.result().outcome() == AttemptOutcome.ACCEPTED) {
            // What they call it is kept before anything else can happen: it tells that it has arrived.
            outcomes.write(() -> lock(task.deliveryId()).ifPresent(row -> named(row, sent.name())));
            round.reached(authority);
        }
        if (sent.fault() != null) {
            transaction.run(() -> faults.note(
                    authority,
                    FaultAction.UPDATE,
                    sent.fault().reason(),
                    "report:" + task.reportId(),
                    sent.fault().request(),
                    sent.fault().raw()));
        }
        return sent.result();
    }

    private void named(UpdateDelivery row, UpdateName name) {
        row.calledThere(name.number());
        if (name.token() != null) {
            row.promised(name.token(), clock.instant().plus(FIRST_LOOK));
        }
    }

    @Override
    protected void noteHandOver(UpdateDelivery delivery, Instant began, Instant now) {
        delivery.handOver(now);
    }

    @Override
    protected void noteOutcome(UpdateDelivery delivery, Instant began, AttemptResult result, Instant now) {
        if (result.outcome() == AttemptOutcome.ACCEPTED) {
            delivery.delivered(now);
        } else {
            delivery.failed(result, now);
        }
    }

    @Override
    public Map<String, Long> countByState() {
        return table().countByState(UpdateDeliveryState.values());
    }

    @Override
    public Optional<Instant> oldestDue() {
        return table().oldestDue();
    }

    private QueueTable<UpdateDelivery> table() {
        return new QueueTable<>(em, UpdateDelivery.class);
    }
}
