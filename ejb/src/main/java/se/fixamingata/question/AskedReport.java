package se.fixamingata.question;

import se.fixamingata.report.Report;
import se.fixamingata.report.ReportStatus;

/**
 * The report that the question is about.
 *
 * @param address the nearest address in words, or null
 * @param thumbnail id of its first photo, or null
 * @param open whether its page is there for everybody
 */
public record AskedReport(
        long id,
        String title,
        String categoryCode,
        String municipalityCode,
        String authorityCode,
        String address,
        String thumbnail,
        ReportStatus status,
        boolean open) {

    static AskedReport of(Report report) {
        return new AskedReport(
                report.id(),
                report.title(),
                report.categoryCode(),
                report.municipalityCode(),
                report.authorityCode(),
                report.address(),
                report.thumbnail(),
                report.status(),
                report.isListed());
    }
}
