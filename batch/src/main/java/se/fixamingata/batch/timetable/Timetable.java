package se.fixamingata.batch.timetable;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixamingata.jobs.JobControl;
import se.fixamingata.jobs.JobLeases;

/**
 * Starts every job at its hour. The clock strikes on every server; a lock row in the database lets one of them act, since timers that
 * the container itself shares between servers got lost when one of them went away.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Timetable {

    private static final System.Logger LOG = System.getLogger(Timetable.class.getName());

    /** Longer than two servers' clocks differ, shorter than the time between two runs of any job. */
    private static final Duration ONE_START = Duration.ofMinutes(10);

    @Inject
    JobControl jobs;

    @Inject
    JobLeases leases;

    @Inject
    @ConfigProperty(name = "fmg.jobs.enabled")
    boolean enabled;

    @Schedule(hour = "3", minute = "40", timezone = "Europe/Stockholm", persistent = false)
    void deleteUnconfirmedReports() {
        startWhenDue("delete-unconfirmed-reports");
    }

    private void startWhenDue(String job) {
        if (!enabled) {
            return;
        }
        try {
            startOnOneServer(job);
        } catch (RuntimeException away) {
            // A database that is away for a while must not cost the timer, which the container drops after an
            // exception.
            LOG.log(System.Logger.Level.ERROR, "Job " + job + " not started now, again at its next hour", away);
        }
    }

    /**
     * Starts the job unless this or another server has just done so.
     *
     * @return whether this call started it
     */
    public boolean startOnOneServer(String job) {
        boolean ours = leases.acquire("timetable/" + job, ONE_START);
        if (ours) {
            jobs.start(job);
        }
        return ours;
    }
}
