package se.fixamingata.incoming;

import java.time.Instant;
import java.util.List;
import se.fixamingata.handling.NewDocument;
import se.fixamingata.handling.NewPhoto;
import se.fixamingata.report.ReportStatus;

/**
 * What an authority's system says about a report.
 *
 * @param authorityCode whose system it is, as the connection has shown and not as the system says
 * @param source by which way: {@code poll}, {@code mail}, {@code key}; numbers of different ways have nothing to do with each other
 * @param remoteId by which the system knows what it says, never null
 * @param remoteAt when it happened, by the system's clock; null for now
 * @param statusText any spelling of a status; null or blank for none
 * @param extended whether the system uses extended statuses: only then "open" and "closed" are statuses of their own
 * @param closedMeans what "closed" means from a system without extended statuses; null for {@link ReportStatus#FIXED}
 * @param text null or blank for none; cut at 4,000 characters
 * @param photos at most {@link se.fixamingata.photo.PhotoStore#MAX_PER_OWNER} are kept
 * @param documents PDFs, judged; at most {@link NewDocument#MOST} are kept
 * @param mediaUrls pictures that are fetched later; as many as there is room for beside the photos
 */
public record IncomingWord(
        String authorityCode,
        String source,
        String remoteId,
        long reportId,
        Instant remoteAt,
        String statusText,
        boolean extended,
        ReportStatus closedMeans,
        String text,
        List<NewPhoto> photos,
        List<NewDocument> documents,
        List<String> mediaUrls) {

    public IncomingWord {
        closedMeans = closedMeans == null ? ReportStatus.FIXED : closedMeans;
        photos = photos == null ? List.of() : List.copyOf(photos);
        documents = documents == null ? List.of() : List.copyOf(documents);
        mediaUrls = mediaUrls == null ? List.of() : List.copyOf(mediaUrls);
    }

    /** Without pictures to fetch. */
    public IncomingWord(
            String authorityCode,
            String source,
            String remoteId,
            long reportId,
            Instant remoteAt,
            String statusText,
            boolean extended,
            ReportStatus closedMeans,
            String text,
            List<NewPhoto> photos,
            List<NewDocument> documents) {
        this(
                authorityCode,
                source,
                remoteId,
                reportId,
                remoteAt,
                statusText,
                extended,
                closedMeans,
                text,
                photos,
                documents,
                List.of());
    }

    /** Never a text in a log. */
    @Override
    public String toString() {
        return "IncomingWord[" + source + ", " + remoteId + ", " + reportId + ", " + statusText + "]";
    }
}
