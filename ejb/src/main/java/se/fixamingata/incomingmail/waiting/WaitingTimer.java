package se.fixamingata.incomingmail.waiting;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixamingata.sending.ShortTransaction;

/** Looks in the morning, and again for who has been away at that moment. */
@Startup
@Singleton
@DependsOn("SchemaMigration")
public class WaitingTimer {

    private static final System.Logger LOG = System.getLogger(WaitingTimer.class.getName());

    @Inject
    WaitingWatch watch;

    @Inject
    ShortTransaction transaction;

    @Inject
    @ConfigProperty(name = "fmg.jobs.enabled")
    boolean enabled;

    @Schedule(
            hour = "7-9",
            minute = "9/20",
            dayOfWeek = "Mon-Fri",
            timezone = "Europe/Stockholm",
            persistent = false,
            info = "waiting replies")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void look() {
        if (!enabled) {
            return;
        }
        try {
            transaction.run(watch::look);
        } catch (RuntimeException away) {
            // The container drops a timer after an exception.
            LOG.log(System.Logger.Level.WARNING, "No look at the replies that wait now, again in twenty minutes", away);
        }
    }
}
