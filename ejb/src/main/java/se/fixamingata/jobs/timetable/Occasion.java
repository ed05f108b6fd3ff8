package se.fixamingata.jobs.timetable;

/** What became of an hour at which a job was due. */
public enum Occasion {
    /** A server has taken it and is starting the job, or died in doing so. */
    TAKEN,
    STARTED,
    /** The run before had not ended; when it has, this one's turn comes. */
    STILL_RUNNING,
    /** The job did not start. */
    FAILED,
    /** No server was there, and it became too late. */
    MISSED
}
