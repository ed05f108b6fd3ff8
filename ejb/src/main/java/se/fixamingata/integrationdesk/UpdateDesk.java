package se.fixamingata.integrationdesk;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import se.fixamingata.account.Caller;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.account.Permissions;
import se.fixamingata.account.Right;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.open311.client.updates.UpdateDelivery;
import se.fixamingata.open311.client.updates.UpdateRescue;

/** What administrators and the operator do about residents' words that did not reach the authority's server. */
@Stateless
public class UpdateDesk {

    @Inject
    OpenUpdates updates;

    @Inject
    UpdateRescue rescue;

    @Inject
    AuditTrail audit;

    /** For the container. */
    public UpdateDesk() {}

    /** For tests. */
    UpdateDesk(OpenUpdates updates, UpdateRescue rescue, AuditTrail audit) {
        this.updates = updates;
        this.rescue = rescue;
        this.audit = audit;
    }

    /** What has not arrived: what was given up first, then the oldest; fifty at most. */
    public List<QueuedUpdate> queue(Caller caller, String authorityCode) {
        Permissions.require(caller, Right.ADMINISTER, authorityCode);
        return updates.list(authorityCode);
    }

    /**
     * Tries it again now.
     *
     * @return false when there is nothing to send any more, or it is just being sent
     * @throws NotPermitted also when there is no such row
     */
    public boolean sendAgain(Caller caller, String authorityCode, long id) {
        UpdateDelivery delivery = mine(caller, authorityCode, id);
        return noted(rescue.sendAgain(id), caller, delivery, "update.sent-again");
    }

    /**
     * Somebody has told the authority by another way.
     *
     * @return false when there was nothing left to do, or it is just being sent
     * @throws NotPermitted also when there is no such row
     */
    public boolean handled(Caller caller, String authorityCode, long id) {
        UpdateDelivery delivery = mine(caller, authorityCode, id);
        return noted(rescue.handled(id), caller, delivery, "update.handled");
    }

    private UpdateDelivery mine(Caller caller, String authorityCode, long id) {
        Permissions.require(caller, Right.ADMINISTER, authorityCode);
        return rescue.find(id)
                .filter(one -> one.authorityCode().equals(authorityCode))
                .orElseThrow(NotPermitted::new);
    }

    private boolean noted(boolean done, Caller caller, UpdateDelivery delivery, String action) {
        if (done) {
            audit.record(
                    caller.accountId(), delivery.authorityCode(), action, "report:" + delivery.reportId(), null, null);
        }
        return done;
    }
}
