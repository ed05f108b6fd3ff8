package se.fixamingata.handling;

import se.fixamingata.report.ReportStatus;

/**
 * The authority has moved a report along, or its reporter has reopened it. Fired inside the transaction.
 *
 * @param historyId the history entry that tells of it
 */
public record StatusChanged(long reportId, long historyId, ReportStatus from, ReportStatus to) {}
