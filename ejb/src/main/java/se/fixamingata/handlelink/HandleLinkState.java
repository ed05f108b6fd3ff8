package se.fixamingata.handlelink;

import java.time.Instant;

/**
 * How it stands with the link in the authority's mail, for its back office.
 *
 * @param sentAt when the last one left; null when none did
 * @param usedAt when somebody answered with one; null when nobody has
 * @param until when it stops, or stopped, to work; null while the report is open
 */
public record HandleLinkState(State state, Instant sentAt, Instant usedAt, Instant revokedAt, Instant until) {

    /** What its holder can do. */
    public enum State {
        /** There is no holder. */
        NONE,
        WORKING,
        REVOKED,
        EXPIRED
    }
}
