package se.fixamingata.handling.reading;

import se.fixamingata.account.Membership;

/** Somebody to whom a report can be given. */
public record Colleague(long accountId, String name, Membership place) {

    /** Whether reports in that category are theirs to handle. */
    public boolean covers(String categoryCode) {
        return place.covers(categoryCode);
    }
}
