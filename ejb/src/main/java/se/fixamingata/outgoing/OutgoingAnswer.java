package se.fixamingata.outgoing;

/**
 * What it answered, all of it, whatever the status.
 *
 * @param type of the content, as it says; empty when it does not
 * @param location where it sends whoever asks; empty when it does not
 */
public record OutgoingAnswer(int status, String type, String location, byte[] body) {

    /** Whether it says that what was asked for is somewhere else. */
    public boolean isElsewhere() {
        return status >= 300 && status < 400 && !location.isEmpty();
    }
}
