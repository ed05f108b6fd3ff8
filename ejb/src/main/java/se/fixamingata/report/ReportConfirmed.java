package se.fixamingata.report;

/**
 * A report has become public. Fired inside the transaction that confirms it: observers write rows (delivery, notifications, map
 * counts, audit) and talk to nobody.
 */
public record ReportConfirmed(long reportId) {}
