package se.fixamingata.delivery;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import se.fixamingata.sending.ShortTransaction;

/** Looks every five minutes for reports that wait although their authority's address is known; see {@link DeliveryPlanner}. */
@Startup
@Singleton
@DependsOn("SchemaMigration")
public class OverlookedDeliveries {

    private static final System.Logger LOG = System.getLogger(OverlookedDeliveries.class.getName());

    @Inject
    DeliveryPlanner planner;

    @Inject
    ShortTransaction transaction;

    /** One statement, so two servers at once do no harm. */
    @Schedule(hour = "*", minute = "*/5", persistent = false, info = "overlooked deliveries")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void look() {
        try {
            int woken = transaction.call(planner::wakeOverlooked);
            if (woken > 0) {
                LOG.log(System.Logger.Level.INFO, "{0} waiting deliveries had an address already", woken);
            }
        } catch (RuntimeException away) {
            // A database that is away for a while must not cost the timer, which the container drops after an
            // exception.
            LOG.log(System.Logger.Level.WARNING, "No look at waiting deliveries now, again in five minutes", away);
        }
    }
}
