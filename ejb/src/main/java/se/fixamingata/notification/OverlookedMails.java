package se.fixamingata.notification;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import se.fixamingata.sending.ShortTransaction;

/** Looks every five minutes for mails that wait although there is an address: written in the very moment in which it was registered. */
@Startup
@Singleton
@DependsOn("SchemaMigration")
public class OverlookedMails {

    private static final System.Logger LOG = System.getLogger(OverlookedMails.class.getName());

    @Inject
    WaitingMails waiting;

    @Inject
    ShortTransaction transaction;

    /** One statement, so two servers at once do no harm. */
    @Schedule(hour = "*", minute = "2/5", persistent = false, info = "overlooked mails")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void look() {
        try {
            int woken = transaction.call(waiting::wake);
            if (woken > 0) {
                LOG.log(System.Logger.Level.INFO, "{0} waiting mails had an address already", woken);
            }
        } catch (RuntimeException away) {
            // A database that is away for a while must not cost the timer, which the container drops after an
            // exception.
            LOG.log(System.Logger.Level.WARNING, "No look at waiting mails now, again in five minutes", away);
        }
    }
}
