package se.fixamingata.jobs;

import java.time.Instant;
import java.util.Map;

/**
 * What is to be started, and why.
 *
 * @param parameters for the job, by name
 * @param accountId who wants it; null for nobody
 * @param plannedAt the occasion in the timetable; null for none
 * @param restartOf the run that it goes on with; null for a new one
 */
public record JobOrder(
        String job,
        Map<String, String> parameters,
        StartedBy startedBy,
        Long accountId,
        Instant plannedAt,
        Long restartOf) {

    public JobOrder {
        parameters = Map.copyOf(parameters);
    }

    /** By a program, now. */
    public static JobOrder now(String job, Map<String, String> parameters) {
        return new JobOrder(job, parameters, StartedBy.PERSON, null, null, null);
    }
}
