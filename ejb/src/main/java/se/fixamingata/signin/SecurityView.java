package se.fixamingata.signin;

import java.time.Instant;
import java.util.List;
import se.fixamingata.signin.session.Way;

/**
 * How an account is protected, for its owner.
 *
 * @param codesLeft recovery codes that were not used yet
 * @param sessions the browsers that are signed in, last used first
 */
public record SecurityView(boolean hasPassword, boolean hasTotp, int codesLeft, List<Session> sessions) {

    public SecurityView {
        sessions = List.copyOf(sessions);
    }

    /**
     * A browser that is signed in, or is remembered.
     *
     * @param browser its name; may be empty
     * @param current the one that asks
     * @param remembered whether it is remembered beyond the session
     */
    public record Session(
            long id, String browser, Way way, Instant created, Instant lastSeen, boolean current, boolean remembered) {}
}
