package se.fixamingata.jobs.desk;

import java.time.Instant;
import se.fixamingata.jobs.timetable.TimetableEntry;

/**
 * A job, as it is listed.
 *
 * @param next when it runs next; null when only somebody starts it
 * @param last the run that goes on, or else the last one; null when it has never run
 * @param now how far its present step is; null when it does not run or has not said
 */
public record JobLine(TimetableEntry entry, Instant next, RunLine last, PartLine now) {

    public String job() {
        return entry.job();
    }

    public boolean isRunning() {
        return last != null && last.isRunning();
    }
}
