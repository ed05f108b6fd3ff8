package se.fixamingata.subscription;

/** Where a link stands that ends subscriptions. */
public sealed interface UnsubscribeState {

    /**
     * Follows a report, and may end it.
     *
     * @param title of the report; empty when it is not public any more
     */
    record Following(long reportId, String title) implements UnsubscribeState {}

    /** Watches an area, and may end it. */
    record Watching(Area area) implements UnsubscribeState {}

    /** Gets a mail a day or a week, and may end all of it. */
    record Digest(Frequency frequency) implements UnsubscribeState {}

    /** Is asked whether it is fixed, and may end it. */
    record Asked() implements UnsubscribeState {}

    /** Gets the letter of the month, and may end it. */
    record Lettered() implements UnsubscribeState {}

    /**
     * Does not follow, since just now or before.
     *
     * @param reportId null when it was no report
     * @param open whether the report's page is there for everybody
     */
    record Ended(Long reportId, boolean open) implements UnsubscribeState {

        /** What is no report has no page of its own. */
        public static Ended ofArea() {
            return new Ended(null, false);
        }
    }

    /** The link was good once, but its time is over. */
    record Expired() implements UnsubscribeState {}

    /** No such link. */
    record Unknown() implements UnsubscribeState {}
}
