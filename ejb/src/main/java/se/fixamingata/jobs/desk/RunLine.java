package se.fixamingata.jobs.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import se.fixamingata.jobs.RunStatus;
import se.fixamingata.jobs.StartedBy;
import se.fixamingata.jobs.timetable.CronTime;
import se.fixamingata.jobs.timetable.DueJobs;

/**
 * A run, as it is listed.
 *
 * @param who started it; null for nobody, or somebody who is gone
 * @param plannedAt the occasion in the timetable; null for none
 * @param restartOf the run it goes on with; null for none
 * @param endedAt null while it runs
 * @param hangingSince since when nothing has moved; null when something does
 * @param reason why it failed; null when it did not
 * @param restartable whether it ended early, and nothing has gone on with it yet
 */
public record RunLine(
        long id,
        String job,
        RunStatus status,
        StartedBy startedBy,
        String who,
        Instant plannedAt,
        Map<String, String> parameters,
        Long restartOf,
        Instant startedAt,
        Instant endedAt,
        long read,
        long written,
        long skipped,
        Instant hangingSince,
        String reason,
        boolean restartable) {

    public boolean isRunning() {
        return status == RunStatus.RUNNING;
    }

    /** Empty while it runs. */
    public Optional<Duration> took() {
        return Optional.ofNullable(endedAt).map(end -> Duration.between(startedAt, end));
    }

    /** The day at whose beginning the count ends; empty for a job that has none. */
    public Optional<LocalDate> cutOffDay() {
        return Optional.ofNullable(parameters.get(DueJobs.CUT_OFF))
                .map(moment -> Instant.parse(moment).atZone(CronTime.ZONE).toLocalDate());
    }
}
