package se.fixamingata.open311.server;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import se.fixamingata.report.ReportStatus;

/**
 * A report as a client sees it.
 *
 * @param words what was said when the status changed last, or by the authority after that; null for nothing
 * @param expectedOn the day by which it will be mended; null when nobody has said
 * @param address null without one
 * @param photo id of its first photo; null without one
 * @param confidential what only its authority's system sees; null for everybody else
 */
public record ServiceRequest(
        long id,
        ReportStatus status,
        String words,
        String categoryCode,
        String authorityCode,
        String title,
        String description,
        Instant requested,
        Instant updated,
        LocalDate expectedOn,
        String address,
        double lat,
        double lon,
        String photo,
        Confidential confidential) {

    /**
     * What the authority knows besides.
     *
     * @param isPrivate whether nobody else may see the report
     * @param name of the reporter; null once forgotten
     * @param email null once forgotten
     * @param phone null without one
     * @param answers to its own questions, by their codes
     */
    public record Confidential(
            boolean isPrivate, String name, String email, String phone, Map<String, String> answers) {}

    ServiceRequest answering(Map<String, String> answers) {
        return new ServiceRequest(
                id,
                status,
                words,
                categoryCode,
                authorityCode,
                title,
                description,
                requested,
                updated,
                expectedOn,
                address,
                lat,
                lon,
                photo,
                new Confidential(
                        confidential.isPrivate, confidential.name, confidential.email, confidential.phone, answers));
    }
}
