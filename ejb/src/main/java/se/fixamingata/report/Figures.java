package se.fixamingata.report;

/**
 * How it goes, in three numbers.
 *
 * @param reportedLast30Days reports that became public in the last 30 days
 * @param fixedLast30Days reports that were fixed in the last 30 days and still are
 * @param open reports that wait for somebody now
 */
public record Figures(long reportedLast30Days, long fixedLast30Days, long open) {}
