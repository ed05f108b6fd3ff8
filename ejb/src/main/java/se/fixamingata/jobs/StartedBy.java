package se.fixamingata.jobs;

/** Why a job runs. */
public enum StartedBy {
    TIMETABLE,
    /** By the timetable, later than planned: no server was there at its hour. */
    CATCH_UP,
    /** Somebody pressed the button, or a program asked for it. */
    PERSON,
    /** Goes on where a run stopped whose server went away. */
    SETTLING
}
