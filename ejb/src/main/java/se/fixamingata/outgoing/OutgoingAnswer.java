package se.fixamingata.outgoing;

/**
 * What it answered, all of it, whatever the status.
 *
 * @param type of the content, as it says; empty when it does not
 */
public record OutgoingAnswer(int status, String type, byte[] body) {}
