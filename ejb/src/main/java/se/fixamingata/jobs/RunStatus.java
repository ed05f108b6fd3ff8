package se.fixamingata.jobs;

/** How a run of a job is doing, or how it ended. */
public enum RunStatus {
    RUNNING,
    COMPLETED,
    FAILED,
    STOPPED,
    /** Its server went away in the middle. */
    LOST
}
