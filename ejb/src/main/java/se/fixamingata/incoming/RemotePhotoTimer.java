package se.fixamingata.incoming;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Comes by for pictures that no nudge announced: second attempts, and those of a server that died. Runs on every server. */
@Startup
@Singleton
@DependsOn("SchemaMigration")
public class RemotePhotoTimer {

    @Inject
    RemotePhotoWorker worker;

    @Schedule(hour = "*", minute = "*", second = "7/20", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void comeBy() {
        worker.nudge();
    }
}
