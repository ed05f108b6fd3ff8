package se.fixamingata.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Everything about a public report that everybody may read, or about a private one for its reporter. Address and phone of the reporter are not in here, so no page can show
 * them by mistake.
 *
 * @param municipalityCode where it lies
 * @param authorityCode who is to mend it
 * @param address the nearest address in words, or null
 * @param reporterName null unless the reporter wanted it shown
 * @param expectedOn by when the authority says it will be done; null when nothing was promised, or it is over
 * @param duplicateOf number of the report that it follows, or null
 * @param thumbnail id of the photo that stands for it in lists, or null
 * @param history one page of it
 * @param photos in the reporter's order
 */
public record ReportView(
        long id,
        String title,
        String description,
        String categoryCode,
        ReportStatus status,
        Visibility visibility,
        String municipalityCode,
        String authorityCode,
        double lat,
        double lon,
        String address,
        String reporterName,
        Source source,
        Instant confirmedAt,
        Instant changedAt,
        LocalDate expectedOn,
        Long duplicateOf,
        String thumbnail,
        HistoryPage history,
        List<PhotoView> photos) {}
