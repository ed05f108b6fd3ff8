package se.fixamingata.operatordesk;

import java.time.Instant;
import java.util.List;
import se.fixamingata.account.Membership;

/**
 * An account, as the operator sees it.
 *
 * @param barredAt when an operator shut it; null when none has
 * @param locked whether too many wrong passwords keep it shut for a while
 * @param secondFactor whether it has one
 * @param password whether it has one; else its owner signs in by link or through an employer
 * @param lastSeenAt null for never
 * @param sessions browsers that are signed in
 * @param places where its owner works
 */
public record AccountView(
        long id,
        String email,
        String name,
        boolean operator,
        Instant barredAt,
        boolean locked,
        boolean secondFactor,
        boolean password,
        Instant createdAt,
        Instant lastSeenAt,
        long sessions,
        List<Membership> places) {

    public AccountView {
        places = List.copyOf(places);
    }

    public boolean isBarred() {
        return barredAt != null;
    }

    /** Whether anything keeps its owner out. */
    public boolean isShut() {
        return isBarred() || locked;
    }
}
