package se.fixamingata.integrationdesk;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixamingata.sending.ShortTransaction;

/** Looks every ten minutes whether something goes through to every authority, and lets go of what went wrong long ago. */
@Startup
@Singleton
@DependsOn("SchemaMigration")
public class AlarmTimer {

    private static final System.Logger LOG = System.getLogger(AlarmTimer.class.getName());

    @Inject
    AlarmWatch watch;

    @Inject
    OpenFaults faults;

    @Inject
    AlarmSettings settings;

    @Inject
    ShortTransaction transaction;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "fmg.jobs.enabled")
    boolean enabled;

    @Schedule(hour = "*", minute = "4/10", persistent = false, info = "alarms")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void look() {
        if (!enabled) {
            return;
        }
        try {
            transaction.run(watch::look);
            transaction.call(() -> faults.forget(clock.instant().minus(settings.kept())));
        } catch (RuntimeException away) {
            // A database that is away for a while must not cost the timer, which the container drops after an
            // exception.
            LOG.log(
                    System.Logger.Level.WARNING,
                    "No look at the authorities' connections now, again in ten minutes",
                    away);
        }
    }
}
