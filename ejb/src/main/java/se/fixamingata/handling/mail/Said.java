package se.fixamingata.handling.mail;

import java.time.LocalDate;
import java.util.List;
import se.fixamingata.report.HistoryEntry;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.update.UpdateDocuments.Document;

/**
 * What an authority has said, or is about to say, as its mail tells it.
 *
 * @param kind of the history entry
 * @param from null unless the status changed
 * @param to null unless the status changed
 * @param speaker name of the authority that says it
 * @param handedTo name of the authority that has the report from now on; null unless handed over
 * @param text null for none
 * @param expectedOn the day that is promised now; null for none
 * @param photos ids, in their order
 */
public record Said(
        HistoryEntry.Kind kind,
        ReportStatus from,
        ReportStatus to,
        String speaker,
        String handedTo,
        String text,
        LocalDate expectedOn,
        List<String> photos,
        List<Document> documents) {

    /** Id of a file that is not kept yet. */
    public static final String UNKNOWN = "…";

    public Said {
        photos = List.copyOf(photos);
        documents = List.copyOf(documents);
    }
}
