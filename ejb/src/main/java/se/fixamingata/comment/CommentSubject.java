package se.fixamingata.comment;

import se.fixamingata.report.Report;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.StatusGroup;
import se.fixamingata.report.Visibility;

/**
 * A report that somebody may write about.
 *
 * @param duplicateOf number of the report that it follows, or null
 * @param writer as whom
 */
public record CommentSubject(
        long reportId,
        String title,
        ReportStatus status,
        Visibility visibility,
        String authorityCode,
        Long duplicateOf,
        CommentWriter writer) {

    static CommentSubject of(Report report, CommentWriter writer) {
        return new CommentSubject(
                report.id(),
                report.title(),
                report.status(),
                report.visibility(),
                report.authorityCode(),
                report.duplicateOf(),
                writer);
    }

    public boolean isOpen() {
        return status.group() == StatusGroup.OPEN;
    }
}
