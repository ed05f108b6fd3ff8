package se.fixamingata.staff;

/** What became of changing somebody's place. */
public sealed interface StaffResult {

    /** @param unassigned reports that nobody is to handle now, since this person no longer may */
    record Done(int unassigned) implements StaffResult {}

    /** Nothing was changed. @param key of the message that says why */
    record Refused(String key) implements StaffResult {}
}
