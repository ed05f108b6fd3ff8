package se.fixamingata.following;

/** Where a link stands that ends a subscription. */
public sealed interface UnsubscribeState {

    /**
     * Follows, and may end it.
     *
     * @param title of the report; empty when it is not public any more
     */
    record Following(long reportId, String title) implements UnsubscribeState {}

    /**
     * Does not follow, since just now or before.
     *
     * @param open whether the report's page is there for everybody
     */
    record Ended(long reportId, boolean open) implements UnsubscribeState {}

    /** The link was good once, but its time is over. */
    record Expired() implements UnsubscribeState {}

    /** No such link. */
    record Unknown() implements UnsubscribeState {}
}
