package se.fixamingata.following;

/** Where a link stands that confirms that somebody wants to follow. */
public sealed interface FollowState {

    /** The link is good, and its button is to be pressed. */
    record Waiting(String title) implements FollowState {}

    /** Follows just now. */
    record Confirmed(long reportId) implements FollowState {}

    /** Follows already. */
    record Already(long reportId) implements FollowState {}

    /** Has stopped following since; the report's page is where to begin again. */
    record Ended(long reportId) implements FollowState {}

    /** The link's time is over, or the report is not public any more. */
    record Expired() implements FollowState {}

    /** No such link. */
    record Unknown() implements FollowState {}
}
