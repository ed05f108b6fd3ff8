package se.fixamingata.bulk;

/** A selected report that was left alone, and why. */
public record SkippedReport(long reportId, String title, SkipReason reason) {}
