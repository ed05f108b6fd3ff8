package se.fixamingata.incomingmail.reading;

import java.util.List;
import java.util.Optional;

/**
 * What a mail server says about a letter of ours that it could not deliver.
 *
 * @param kind whether it has given up
 * @param recipient whose mail it was; empty when it does not say
 * @param diagnosis in its words, one line
 * @param messageIds of the letter; none when it does not say
 */
public record Bounce(Kind kind, Optional<String> recipient, String diagnosis, List<String> messageIds) {

    /** How it stands with the letter. */
    public enum Kind {
        /** Given up for good. */
        FAILED,
        /** Not yet, still trying. */
        DELAYED,
        /** Arrived, or passed on to somebody who says nothing. */
        DELIVERED
    }

    public Bounce {
        messageIds = List.copyOf(messageIds);
    }
}
