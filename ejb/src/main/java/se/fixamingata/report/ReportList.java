package se.fixamingata.report;

import java.util.List;

/**
 * One page of a list of public reports.
 *
 * @param total how many there are on all pages
 * @param totalIsExact false when counting all would have cost too much: then there are at least {@code total}
 * @param page 0 is the first
 * @param size reports on a full page
 */
public record ReportList(List<ReportSummary> reports, long total, boolean totalIsExact, int page, int size) {

    /** Whether another page follows. */
    public boolean hasNext() {
        return (page + 1L) * size < total && page < ReportCriteria.PAGE_MAX;
    }
}
