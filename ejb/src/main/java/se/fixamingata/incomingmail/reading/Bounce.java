package se.fixamingata.incomingmail.reading;

import java.util.List;
import java.util.Locale;

/**
 * What a mail server says about a letter of ours that it could not deliver.
 *
 * @param kind whether it has given up
 * @param recipients whose mail it was, as far as it says; in lower case
 * @param diagnosis in its words, one line
 * @param messageIds of the letter; none when it does not say
 */
public record Bounce(Kind kind, List<String> recipients, String diagnosis, List<String> messageIds) {

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
        recipients = List.copyOf(recipients);
        messageIds = List.copyOf(messageIds);
    }

    /** Whether it says that it was that address whose mail did not arrive. */
    public boolean isAbout(String address) {
        return recipients.contains(address.toLowerCase(Locale.ROOT));
    }
}
