package se.fixamingata.open311.client.polling;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import se.fixamingata.open311.client.updates.UpdateWaking;
import se.fixamingata.sending.ShortTransaction;

/** Comes by for servers that are due to be asked, and for words whose report has a number by now. Runs on every server. */
@Startup
@Singleton
@DependsOn("SchemaMigration")
public class PollingTimer {

    private static final System.Logger LOG = System.getLogger(PollingTimer.class.getName());

    @Inject
    PollingWorker worker;

    @Inject
    UpdateWaking waking;

    @Inject
    ShortTransaction transaction;

    @Schedule(hour = "*", minute = "*", second = "11/20", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void comeBy() {
        worker.nudge();
        try {
            transaction.call(waking::wake);
        } catch (RuntimeException away) {
            // The container drops a timer after an exception.
            LOG.log(System.Logger.Level.WARNING, "No look at resting words now, again in a moment", away);
        }
    }
}
