package se.fixamingata.personal;

import java.time.Instant;
import se.fixamingata.report.ReportStatus;

/** A report that one follows. */
public record MySubscription(long id, long reportId, String reportTitle, ReportStatus status, Instant since) {}
