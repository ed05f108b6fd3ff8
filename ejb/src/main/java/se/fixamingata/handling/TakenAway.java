package se.fixamingata.handling;

import java.util.List;
import java.util.Optional;
import se.fixamingata.handling.history.CaseEvent;

/**
 * A report that has left the reach of somebody while they had it open: what they are told of it.
 *
 * @param authorityCode whose it is now; empty when that is not theirs to know, because it went on from there unseen by the public
 * @param since how it left, oldest first; nothing that happened after that
 */
public record TakenAway(Optional<String> authorityCode, List<CaseEvent> since) {

    public TakenAway {
        since = List.copyOf(since);
    }
}
