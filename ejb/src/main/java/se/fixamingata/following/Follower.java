package se.fixamingata.following;

import se.fixamingata.shared.Language;

/**
 * Somebody who is to be told of a report.
 *
 * @param subscriptionId what the mail's link ends ({@link FollowLinks#unsubscribe})
 */
public record Follower(long subscriptionId, String email, Language language) {

    /** As the query reads it. */
    public Follower(long subscriptionId, String email, String language) {
        this(subscriptionId, email, Language.of(language));
    }

    /** Never personal data in a log. */
    @Override
    public String toString() {
        return "Follower[" + subscriptionId + "]";
    }
}
