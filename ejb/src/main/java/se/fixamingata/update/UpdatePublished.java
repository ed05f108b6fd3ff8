package se.fixamingata.update;

/**
 * Words about a report can be read from now on. Fired inside the transaction that publishes them.
 *
 * @param historyId the history entry that tells of it
 */
public record UpdatePublished(long updateId, long reportId, long historyId) {}
