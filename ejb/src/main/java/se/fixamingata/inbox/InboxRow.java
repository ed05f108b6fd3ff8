package se.fixamingata.inbox;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import se.fixamingata.report.Priority;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.Visibility;

/**
 * A report as its authority's lists show it. Never holds anything about the reporter.
 *
 * @param assignee the name, or the address of who has none; null for nobody
 * @param confirmedAt when it became the authority's business
 * @param expectedOn null when nothing was promised
 * @param answerDueOn by when it is to be answered; null when nobody has reckoned it yet
 * @param solveDueOn by when it is to be solved, or was; null as that
 * @param answeredAt null when the authority has said nothing in public
 * @param newsAt null when there are none
 * @param waitingUntil null unless the reporter was asked
 * @param thumbnail photo id, or null
 * @param address the nearest one, or null
 * @param duplicates how many reports were merged into it
 * @param undelivered whether it has not reached the authority's own system and will not by itself
 */
public record InboxRow(
        long id,
        String title,
        String categoryCode,
        ReportStatus status,
        Priority priority,
        Long assigneeId,
        String assignee,
        Instant confirmedAt,
        Instant changedAt,
        LocalDate expectedOn,
        LocalDate answerDueOn,
        LocalDate solveDueOn,
        Instant answeredAt,
        Instant newsAt,
        Instant waitingUntil,
        Visibility visibility,
        String thumbnail,
        String address,
        double lat,
        double lon,
        int duplicates,
        boolean undelivered)
        implements Serializable {}
