package se.fixamingata.web.report;

import se.fixamingata.report.ReportView;
import se.fixamingata.settings.ServiceSettings;

/**
 * What others show of a report when its page is shared.
 *
 * @param canonical the address of the page that does not change
 * @param picture the picture that stands for it: its first photo, else its place on the map
 * @param summary the first words of the description
 */
public record ReportShare(String canonical, String picture, String summary) {

    private static final int SUMMARY = 160;
    private static final int CUT = 150;

    static ReportShare of(ReportView report, ServiceSettings settings) {
        return new ReportShare(
                settings.link("/rapport/" + report.id()),
                settings.link(
                        report.thumbnail() != null
                                ? "/bild/" + report.thumbnail() + "/full"
                                : "/karta/bild.png?lat=" + report.lat() + "&lon=" + report.lon()
                                        + "&z=14&w=640&h=400&pin="
                                        + report.status().code()),
                summary(report.description().replaceAll("\\s+", " ")));
    }

    private static String summary(String line) {
        return line.length() <= SUMMARY ? line : line.substring(0, line.offsetByCodePoints(0, CUT)) + " …";
    }
}
