package se.fixamingata.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.fixamingata.integration.ServerAnswersAgain;
import se.fixamingata.report.Report;
import se.fixamingata.sending.AttemptOutcome;
import se.fixamingata.sending.SendingDue;
import se.fixamingata.shared.SqlTime;

/**
 * What people, and letters that come back, do to a delivery (R26, P17). Who may is the caller's question; every method needs a
 * transaction. A delivery that is just being sent is left alone.
 */
@ApplicationScoped
public class DeliveryRescue {

    private static final Set<DeliveryState> OPEN = EnumSet.of(
            DeliveryState.WAITING_FOR_ADDRESS,
            DeliveryState.DUE,
            DeliveryState.PARKED,
            DeliveryState.PAUSED,
            DeliveryState.TO_FETCH,
            DeliveryState.BOUNCED);

    /** What may have arrived at a server is looked for first; whether it is sent though nobody can tell is decided one by one. */
    private static final String ALL_AGAIN =
            """
            update delivery set state = 'DUE', due_since = ?1, next_attempt_at = ?1, attempts = 0,
                   unknowns = if(channel = 'OPEN311', unknowns, 0), version = version + 1
             where authority_code = ?2 and state in ('PARKED', 'BOUNCED') and lease_owner is null""";

    /** What is tried again by itself need not wait for that, and should it fail, waits a minute first and not the next hour. */
    private static final String ALL_NOW =
            """
            update delivery set next_attempt_at = ?1, attempts = 0, version = version + 1
             where authority_code = ?2 and state = 'DUE' and next_attempt_at > ?1 and lease_owner is null""";

    /** What may have arrived keeps its pause before it is looked for. */
    private static final String ANSWERS_AGAIN =
            """
            update delivery set next_attempt_at = ?1, version = version + 1
             where authority_code = ?2 and state = 'DUE' and channel = 'OPEN311' and unknowns = 0
               and next_attempt_at > ?1 and lease_owner is null""";

    @Inject
    EntityManager em;

    private final Addressing addressing;
    private final Event<SendingDue> due;
    private final Clock clock;

    /** For the container's proxies. */
    protected DeliveryRescue() {
        this(null, null, null);
    }

    @Inject
    DeliveryRescue(Addressing addressing, Event<SendingDue> due, Clock clock) {
        this.addressing = addressing;
        this.due = due;
        this.clock = clock;
    }

    /**
     * Tries it again now, on the way that is today's, whatever the attempts before came to. Over Open311 an earlier attempt of unknown
     * outcome is still looked for first.
     *
     * @return how it stands by that; empty when there is nothing to send again, or it is just being sent
     */
    public Optional<DeliveryState> sendAgain(long deliveryId) {
        return locked(deliveryId)
                .filter(delivery -> OPEN.contains(delivery.state()) || delivery.state() == DeliveryState.HANDLED)
                .map(delivery -> {
                    String category = em.find(Report.class, delivery.reportId()).categoryCode();
                    delivery.sendAgain(addressing.route(delivery.authorityCode(), category), clock.instant());
                    due.fire(new SendingDue());
                    return delivery.state();
                });
    }

    /** Everything of that authority that was given up, came back or waits for its next attempt, in two statements. @return how many */
    public int sendAllAgain(String authorityCode) {
        int woken = update(ALL_NOW, authorityCode) + update(ALL_AGAIN, authorityCode);
        if (woken > 0) {
            due.fire(new SendingDue());
        }
        return woken;
    }

    /** Their server is there again: nobody waits for the end of a pause. */
    void answersAgain(@Observes ServerAnswersAgain event) {
        if (update(ANSWERS_AGAIN, event.authorityCode()) > 0) {
            due.fire(new SendingDue());
        }
    }

    private int update(String sql, String authorityCode) {
        return em.createNativeQuery(sql)
                .setParameter(1, SqlTime.text(clock.instant()))
                .setParameter(2, authorityCode)
                .executeUpdate();
    }

    /** Somebody has told the authority by another way. @return whether there was anything left to do */
    public boolean handled(long deliveryId) {
        Optional<Delivery> open = locked(deliveryId).filter(delivery -> OPEN.contains(delivery.state()));
        open.ifPresent(Delivery::handled);
        return open.isPresent();
    }

    /**
     * A letter came back: what counted as delivered waits for a better address, and the log says so. What is to be sent again has a
     * better address perhaps, and stays as it is.
     *
     * @param answer what their mail server said
     */
    public CameBack bounced(long deliveryId, String answer) {
        Delivery delivery = em.find(Delivery.class, deliveryId, LockModeType.PESSIMISTIC_WRITE);
        if (delivery == null || delivery.recipient() == null) {
            return CameBack.ELSEWHERE;
        }
        if (delivery.isLeased()) {
            return CameBack.BUSY;
        }
        if (delivery.state() == DeliveryState.DELIVERED) {
            log(delivery, AttemptOutcome.REFUSED, answer);
            delivery.bounced();
        }
        return delivery.state() == DeliveryState.BOUNCED ? CameBack.STOPPED : CameBack.ELSEWHERE;
    }

    /** Somebody says that a letter came back, and nothing proves it: the log says so once, and everything stays as it is. */
    public void saidToHaveBounced(long deliveryId, String answer) {
        Delivery delivery = em.find(Delivery.class, deliveryId, LockModeType.PESSIMISTIC_WRITE);
        boolean isKnown = em.createNamedQuery("DeliveryAttempt.ofDeliveries", DeliveryAttempt.class)
                .setParameter("deliveries", List.of(deliveryId))
                .getResultStream()
                .anyMatch(attempt -> attempt.outcome() == AttemptOutcome.UNPROVED);
        if (!isKnown) {
            log(delivery, AttemptOutcome.UNPROVED, answer);
        }
    }

    private void log(Delivery delivery, AttemptOutcome outcome, String answer) {
        DeliveryAttempt back = new DeliveryAttempt(delivery.id(), delivery.recipient(), clock.instant());
        back.finish(outcome, answer, clock.instant());
        em.persist(back);
    }

    private Optional<Delivery> locked(long deliveryId) {
        return Optional.ofNullable(em.find(Delivery.class, deliveryId, LockModeType.PESSIMISTIC_WRITE))
                .filter(delivery -> !delivery.isLeased());
    }
}
