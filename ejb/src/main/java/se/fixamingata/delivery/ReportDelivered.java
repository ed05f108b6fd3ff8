package se.fixamingata.delivery;

/** An authority's system has taken a report. Fired inside the transaction that writes it down. */
public record ReportDelivered(long reportId, String authorityCode) {}
