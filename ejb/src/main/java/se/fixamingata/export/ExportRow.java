package se.fixamingata.export;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import se.fixamingata.extraquestion.GivenAnswer;
import se.fixamingata.report.Priority;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.Source;
import se.fixamingata.report.Visibility;

/**
 * One report as a line of a file. Everything about the reporter is null for who may not see it, and when they are forgotten.
 *
 * @param lat WGS 84 degrees
 * @param lon WGS 84 degrees
 * @param answeredAt first public answer; null for none
 * @param answerDueOn by when it is, or was, to be answered; null when nobody has reckoned it yet
 * @param solveDueOn by when it is, or was, to be solved; null as that
 * @param expectedOn null when nothing was promised
 * @param assignee name; null for nobody
 * @param duplicateOf number of its main report, or null
 * @param answers to what was asked besides (P3)
 */
public record ExportRow(
        long id,
        String title,
        String description,
        String categoryCode,
        ReportStatus status,
        Priority priority,
        Visibility visibility,
        String municipalityCode,
        String address,
        double lat,
        double lon,
        Source source,
        Instant confirmedAt,
        Instant changedAt,
        Instant answeredAt,
        LocalDate answerDueOn,
        LocalDate solveDueOn,
        LocalDate expectedOn,
        String assignee,
        Long duplicateOf,
        String reporterName,
        String reporterEmail,
        String reporterPhone,
        List<GivenAnswer> answers) {

    /** Never personal data in a log. */
    @Override
    public String toString() {
        return "ExportRow[" + id + "]";
    }
}
