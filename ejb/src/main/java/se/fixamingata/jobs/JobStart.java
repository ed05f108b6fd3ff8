package se.fixamingata.jobs;

/** What became of the wish to start a job. */
public sealed interface JobStart {

    /** It runs. */
    record Started(long runId, long executionId) implements JobStart {}

    /** One of these runs already; of each job, one at a time. */
    record AlreadyRunning(long runId) implements JobStart {}

    /** There is no such job, or nothing to go on with; the reason is for the log and the run's row. */
    record NotStarted(String reason) implements JobStart {}
}
