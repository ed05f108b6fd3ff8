package se.fixamingata.open311.client.updates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import se.fixamingata.sending.SendingDue;

/**
 * What people do about residents' words that did not reach an authority's server. Who may is the caller's question; every method needs
 * a transaction. Words that are just being sent are left alone.
 */
@ApplicationScoped
public class UpdateRescue {

    private static final Set<UpdateDeliveryState> OPEN = EnumSet.of(
            UpdateDeliveryState.DUE,
            UpdateDeliveryState.WAITING_FOR_NUMBER,
            UpdateDeliveryState.PAUSED,
            UpdateDeliveryState.PARKED);

    @Inject
    EntityManager em;

    @Inject
    Event<SendingDue> due;

    @Inject
    Clock clock;

    /** For the container. */
    public UpdateRescue() {}

    /** For tests. */
    public UpdateRescue(EntityManager em, Event<SendingDue> due, Clock clock) {
        this.em = em;
        this.due = due;
        this.clock = clock;
    }

    /** Whose they are; empty when there are none of that number. */
    public Optional<UpdateDelivery> find(long id) {
        return Optional.ofNullable(em.find(UpdateDelivery.class, id));
    }

    /**
     * Tries it again now. What may have arrived is looked up first, where their server can be asked.
     *
     * @return false when there is nothing to send again, or it is just being sent
     */
    public boolean sendAgain(long id) {
        Optional<UpdateDelivery> open = open(id);
        open.ifPresent(one -> {
            one.sendAgain(clock.instant());
            due.fire(new SendingDue());
        });
        return open.isPresent();
    }

    /** Somebody has told the authority by another way. @return whether there was anything left to do */
    public boolean handled(long id) {
        Optional<UpdateDelivery> open = open(id);
        open.ifPresent(UpdateDelivery::handled);
        return open.isPresent();
    }

    private Optional<UpdateDelivery> open(long id) {
        return Optional.ofNullable(em.find(UpdateDelivery.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(one -> OPEN.contains(one.state()) && !one.isLeased());
    }
}
