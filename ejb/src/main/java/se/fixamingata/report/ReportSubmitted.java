package se.fixamingata.report;

/** A report has been sent and waits for its confirmation. Fired inside the transaction that stores it. */
public record ReportSubmitted(long reportId) {}
