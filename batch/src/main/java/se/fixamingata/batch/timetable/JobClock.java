package se.fixamingata.batch.timetable;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixamingata.jobs.timetable.DueJobs;
import se.fixamingata.jobs.watch.HangingRuns;
import se.fixamingata.jobs.watch.LostRuns;
import se.fixamingata.jobs.watch.Servers;

/**
 * Ticks on every server: says that it is alive, settles what dead ones left behind, and starts what is due. Rows in the database let one
 * of them act, since timers that the container itself shares between servers got lost when one of them went away.
 *
 * <p>Without a transaction of the container: what an outage of the database rolls back costs the timer, and {@code NOT_SUPPORTED} is not
 * heard by timers.
 */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class JobClock {

    private static final System.Logger LOG = System.getLogger(JobClock.class.getName());

    @Inject
    Servers servers;

    @Inject
    LostRuns lost;

    @Inject
    HangingRuns hanging;

    @Inject
    DueJobs due;

    @Inject
    @ConfigProperty(name = "fmg.jobs.enabled")
    boolean enabled;

    @Schedule(hour = "*", minute = "*", second = "5/20", persistent = false, info = "jobs")
    void tick() {
        step("say that this server is alive", servers::beat);
        step("settle what dead servers left", lost::settle);
        step("stop what is to be stopped", lost::stop);
        step("look for what hangs", hanging::look);
        if (enabled) {
            step("start what is due", due::start);
        }
    }

    /** A database that is away for a while must not cost the timer, which the container drops after an exception. */
    private static void step(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException away) {
            LOG.log(System.Logger.Level.WARNING, "Cannot " + what + " now, again soon", away);
        }
    }
}
