package se.fixamingata.jobs;

/** What there is to say about a run. */
public enum NoteKind {
    /** One item was left out. */
    SKIPPED,
    /** The run ended, or a step of it, with this. */
    FAILED,
    /** Nothing has moved for long. */
    HANGING,
    /** It was due again while it still ran. */
    STILL_RUNNING,
    /** Its server went away. */
    LOST,
    /** Somebody wants it to stop; whichever server runs it reads this. */
    STOP
}
