package se.fixamingata.handling;

/**
 * The authority has said something in public, whether or not the status changed. Fired inside the transaction.
 *
 * @param historyId the history entry that tells of it
 */
public record AuthorityAnswered(long reportId, long historyId) {}
