package se.fixamingata.integrationdesk;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import se.fixamingata.account.Caller;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.account.Permissions;
import se.fixamingata.account.Right;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.delivery.Delivery;
import se.fixamingata.delivery.DeliveryRescue;
import se.fixamingata.integration.FaultAction;
import se.fixamingata.open311.client.Endpoints;

/** What administrators and the operator do about reports that did not arrive, and about what went wrong. */
@Stateless
public class DeliveryDesk {

    @Inject
    EntityManager em;

    @Inject
    DeliveryRescue rescue;

    @Inject
    OpenFaults faults;

    @Inject
    Endpoints endpoints;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** For the container. */
    public DeliveryDesk() {}

    /** For tests. */
    DeliveryDesk(
            EntityManager em,
            DeliveryRescue rescue,
            OpenFaults faults,
            Endpoints endpoints,
            AuditTrail audit,
            Clock clock) {
        this.em = em;
        this.rescue = rescue;
        this.faults = faults;
        this.endpoints = endpoints;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Tries it again now.
     *
     * @return false when there is nothing to send any more, or it is just being sent
     * @throws NotPermitted also when there is no such delivery
     */
    public boolean sendAgain(Caller caller, String authorityCode, long deliveryId) {
        Delivery delivery = mine(caller, authorityCode, deliveryId);
        boolean going = rescue.sendAgain(deliveryId).isPresent();
        if (going) {
            note(caller, delivery, "delivery.sent-again");
        }
        return going;
    }

    /** Everything that was given up, came back or waits for its next attempt; a server that was silent is asked, too. @return how many */
    public int sendAllAgain(Caller caller, String authorityCode) {
        Permissions.require(caller, Right.ADMINISTER, authorityCode);
        int woken = rescue.sendAllAgain(authorityCode) + (endpoints.askNow(authorityCode, clock.instant()) ? 1 : 0);
        if (woken > 0) {
            audit.record(
                    caller.accountId(),
                    authorityCode,
                    "delivery.all-sent-again",
                    "authority:" + authorityCode,
                    null,
                    String.valueOf(woken));
        }
        return woken;
    }

    /**
     * Somebody has told the authority by another way.
     *
     * @return false when there was nothing left to do, or it is just being sent
     * @throws NotPermitted also when there is no such delivery
     */
    public boolean handled(Caller caller, String authorityCode, long deliveryId) {
        Delivery delivery = mine(caller, authorityCode, deliveryId);
        boolean closed = rescue.handled(deliveryId);
        if (closed) {
            note(caller, delivery, "delivery.handled");
        }
        return closed;
    }

    /**
     * Somebody has seen to what went wrong in that way.
     *
     * @param lastId the newest one that they have seen
     * @return how many
     */
    public int faultsHandled(Caller caller, String authorityCode, FaultAction action, String reason, long lastId) {
        Permissions.require(caller, Right.ADMINISTER, authorityCode);
        int closed = faults.handled(authorityCode, action, reason, lastId, caller.accountId(), clock.instant());
        if (closed > 0) {
            audit.record(
                    caller.accountId(),
                    authorityCode,
                    "integration.faults-handled",
                    "authority:" + authorityCode,
                    null,
                    action + " " + reason + ": " + closed);
        }
        return closed;
    }

    private Delivery mine(Caller caller, String authorityCode, long deliveryId) {
        Permissions.require(caller, Right.ADMINISTER, authorityCode);
        Delivery delivery = em.find(Delivery.class, deliveryId);
        if (delivery == null || !delivery.authorityCode().equals(authorityCode)) {
            throw new NotPermitted();
        }
        return delivery;
    }

    private void note(Caller caller, Delivery delivery, String action) {
        audit.record(caller.accountId(), delivery.authorityCode(), action, "report:" + delivery.reportId(), null, null);
    }
}
