package se.fixamingata.bulk;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Comes by for bulk changes that no nudge announced: those of a server that died. Runs on every server. */
@Startup
@Singleton
@DependsOn("SchemaMigration")
public class BulkTimer {

    @Inject
    BulkWorker worker;

    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void comeBy() {
        worker.nudge();
    }
}
