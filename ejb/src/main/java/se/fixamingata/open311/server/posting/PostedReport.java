package se.fixamingata.open311.server.posting;

/**
 * What a client is told about a report that it has posted, now or before.
 *
 * @param notice what happens next, for whoever reported
 * @param accountId the client's own, given back; null for none
 */
public record PostedReport(long reportId, String notice, String accountId) {}
