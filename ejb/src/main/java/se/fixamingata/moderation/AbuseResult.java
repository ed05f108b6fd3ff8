package se.fixamingata.moderation;

/** What became of a report of abuse. Whether it was the one that hid something is nobody's business. */
public sealed interface AbuseResult {

    /** Somebody will look at it. */
    record Taken() implements AbuseResult {}

    /** There is nothing like that for everybody to see. */
    record Unknown() implements AbuseResult {}

    /** This person, or this network, has reported very much within the hour. */
    record TooMany() implements AbuseResult {}

    /**
     * Something must be mended first.
     *
     * @param key of the message; its one argument is the limit
     */
    record Invalid(String field, String key, int limit) implements AbuseResult {}
}
