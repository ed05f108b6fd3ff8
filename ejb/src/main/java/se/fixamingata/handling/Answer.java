package se.fixamingata.handling;

import java.time.LocalDate;
import java.util.List;
import se.fixamingata.report.ReportStatus;

/**
 * What an authority says in public about a report. Something must be in it: another status, a text, or another day.
 *
 * @param seenVersion of the report when whoever answers opened it; {@link #ANY_VERSION} answers whatever happened since
 * @param status the new one; null leaves it
 * @param text as typed; null or blank for none, which a closing, a photo and a document do not allow; at most 4,000 characters
 * @param expectedChanged whether {@code expectedOn} is meant
 * @param expectedOn the day by which it will be done; null takes the promise back
 * @param photos at most {@link se.fixamingata.photo.PhotoStore#MAX_PER_OWNER}
 * @param documents at most {@link NewDocument#MOST}
 */
public record Answer(
        long reportId,
        int seenVersion,
        ReportStatus status,
        String text,
        boolean expectedChanged,
        LocalDate expectedOn,
        List<NewPhoto> photos,
        List<NewDocument> documents) {

    /** For who answers many at once and has seen none of them. */
    public static final int ANY_VERSION = -1;

    public Answer {
        photos = photos == null ? List.of() : List.copyOf(photos);
        documents = documents == null ? List.of() : List.copyOf(documents);
    }

    /** Words and perhaps a status, and nothing else. */
    public static Answer of(long reportId, int seenVersion, ReportStatus status, String text) {
        return new Answer(reportId, seenVersion, status, text, false, null, List.of(), List.of());
    }

    /** Never a text in a log. */
    @Override
    public String toString() {
        return "Answer[" + reportId + ", " + status + "]";
    }
}
