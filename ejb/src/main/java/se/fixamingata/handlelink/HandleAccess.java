package se.fixamingata.handlelink;

import java.time.Instant;

/**
 * What a link from an authority's mail is good for at this moment.
 *
 * @param reportId 0 when nothing is known of the link
 * @param authorityCode to whom it was sent; null when nothing is known of it
 * @param isPublic whether the report has a page that everybody may see, where its holder can go on reading
 * @param heldBy code of the authority that has the report now; null when that is not for everybody to know
 * @param until when it stops, or stopped, to work; null while the report is open
 */
public record HandleAccess(
        State state, long reportId, String authorityCode, boolean isPublic, String heldBy, Instant until) {

    /** Why it works or does not. */
    public enum State {
        OPEN,
        /** Nobody ever got it, or it has been forgotten. */
        UNKNOWN,
        /** Somebody made it worthless. */
        REVOKED,
        /** The report is somebody else's now. */
        HANDED_OVER,
        /** The report was closed too long ago. */
        EXPIRED
    }

    static final HandleAccess UNKNOWN = new HandleAccess(State.UNKNOWN, 0, null, false, null, null);

    public boolean isOpen() {
        return state == State.OPEN;
    }
}
