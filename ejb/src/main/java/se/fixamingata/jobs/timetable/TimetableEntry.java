package se.fixamingata.jobs.timetable;

import java.time.Duration;
import java.util.Optional;

/**
 * One job's line.
 *
 * @param job the name of its definition
 * @param when empty for a job that only runs when somebody starts it
 * @param catchUp how late it still starts when no server was there at its hour
 * @param hangsAfter so long without progress is told to the operator
 * @param cutOff whether it counts until a given midnight, its parameter {@code cutOff}
 */
public record TimetableEntry(
        String job, Optional<CronTime> when, Duration catchUp, Duration hangsAfter, boolean cutOff) {

    /** The word for a job that only runs when somebody starts it. */
    public static final String NEVER = "never";

    private static final int FIELDS = 5;
    private static final int JOB_MAX = 60;

    /** @param line {@code statistics; 10 3 * *; PT20H; PT30M; yes} */
    static TimetableEntry parse(String line) {
        String[] fields = line.split(";");
        if (fields.length != FIELDS || fields[0].isBlank() || fields[0].strip().length() > JOB_MAX) {
            throw new IllegalArgumentException("Not a line of the timetable: " + line);
        }
        return new TimetableEntry(
                fields[0].strip(),
                when(fields[1]),
                Duration.parse(fields[2].strip()),
                Duration.parse(fields[3].strip()),
                fields[4].strip().equals("yes"));
    }

    /** The same job at another time. */
    TimetableEntry at(String text) {
        return new TimetableEntry(job, when(text), catchUp, hangsAfter, cutOff);
    }

    private static Optional<CronTime> when(String text) {
        return text.strip().equals(NEVER) ? Optional.empty() : Optional.of(CronTime.parse(text));
    }
}
