package se.fixamingata.bulk;

import java.util.List;
import java.util.Optional;
import se.fixamingata.inbox.InboxCriteria;
import se.fixamingata.report.ReportStatus;

/**
 * What is wanted.
 *
 * @param authorityCode whose reports
 * @param status the new one; null leaves it
 * @param text what every reporter and follower is told, 1 to 4,000 characters
 * @param expected how many reports the page has named; 0 when it has named none
 * @param ids the selected reports; empty when the filter decides
 * @param filter the reports that fit it now; empty when they are named
 */
public record BulkOrder(
        String authorityCode,
        ReportStatus status,
        String text,
        int expected,
        List<Long> ids,
        Optional<InboxCriteria> filter) {

    /** Most reports in one change. */
    public static final int MOST = 10_000;

    public BulkOrder {
        ids = List.copyOf(ids);
    }

    /** Never a text in a log. */
    @Override
    public String toString() {
        return "BulkOrder[" + authorityCode + ", " + status + "]";
    }
}
