package se.fixamingata.sending;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * Comes by every 15 seconds for what no nudge announced: second attempts, and the rows of a server that died. Runs on every server;
 * not persistent, since every start makes it anew.
 */
@Startup
@Singleton
@DependsOn("SchemaMigration")
public class SendingTimer {

    @Inject
    SendingWorker worker;

    @Inject
    LaneWorker lanes;

    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void comeBy() {
        worker.nudge();
        lanes.nudge();
    }
}
