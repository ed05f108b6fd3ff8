package se.fixamingata.open311.server;

import java.time.Instant;
import java.util.List;
import se.fixamingata.report.ReportStatus;

/**
 * Something that happened to a report, as a client sees it.
 *
 * @param id unique for ever: the number of the history's entry
 * @param status of the report after it
 * @param text null when nothing was said, or a moderator has hidden it
 * @param photos their ids
 * @param sealedFor the authority whose system alone may fetch the photos; null for everybody
 */
public record ServiceUpdate(
        long id, long reportId, ReportStatus status, Instant at, String text, List<String> photos, String sealedFor) {

    ServiceUpdate with(List<String> ids) {
        return new ServiceUpdate(id, reportId, status, at, text, ids, sealedFor);
    }
}
