package se.fixamingata.open311.server;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.function.IntSupplier;
import se.fixamingata.open311.server.RequestFilter.Span;
import se.fixamingata.report.ReportCondition;
import se.fixamingata.shared.PageMark;
import se.fixamingata.shared.SqlTime;

/**
 * One page of updates' numbers, oldest first. Entries of the history do not know whose report they are about, so there are two ways to
 * those of one authority: through its reports, which costs as much as there are reports, and along everybody's entries until the page is
 * full, which costs as much as the authority's part of them is small. The planner guesses neither; here the shorter way is taken.
 */
final class UpdateQuery {

    /** A comment that was hidden is gone; a status that was changed stays changed. */
    private static final String TOLD = " h.internal = 0 and (h.kind = 'STATUS'"
            + " or h.kind = 'COMMENT' and (u.id is null or u.state = 'PUBLISHED'))";

    private static final String ALONG =
            "history_entry h force index (ix_history_lately) straight_join report r on r.id = h.report_id";
    private static final String THROUGH = "report r force index (%s)"
            + " straight_join history_entry h force index (ix_history_report) on h.report_id = r.id";
    private static final String OF_REPORTS =
            "history_entry h force index (ix_history_report) join report r on r.id = h.report_id";

    /** The entries of so short a time are fewer than most authorities' reports. */
    private static final Duration SHORT = Duration.ofDays(1);

    /**
     * That times the root of what a page reaches over is how many reports make both ways equally long: the one grows with their number,
     * the other with what the page reaches over, by one of their number. By what was read with 200,000 and expected of 1,000,000 reports
     * in all.
     */
    private static final int EQUAL = 800;

    private final String authority;
    private final List<Long> reports;
    private final Span span;
    private final Paging paging;

    /**
     * @param authority whose; null for everybody's
     * @param reports of these alone; empty for any
     */
    UpdateQuery(String authority, List<Long> reports, Span span, Paging paging) {
        this.authority = authority;
        this.reports = reports;
        this.span = span;
        this.paging = paging;
    }

    /**
     * A query whose column {@code found} is the numbers.
     *
     * @param size about how many reports the authority has, asked only when it matters
     * @param values gets those of its parameters
     */
    String sql(Reader reader, Instant now, IntSupplier size, List<Object> values) {
        ReportCondition sight = reader.sight();
        if (authority != null) {
            sight.and("authority_code = ?", authority);
        }
        StringBuilder where = new StringBuilder(TOLD).append(" and ").append(sight.sql());
        Collections.addAll(values, sight.values());
        where.append(" and h.at >= ?");
        values.add(SqlTime.text(begin()));
        if (span.before() != null) {
            where.append(" and h.at < ?");
            values.add(SqlTime.text(span.before()));
        }
        PageMark after = paging.after();
        if (after != null) {
            String end = SqlTime.text(after.at());
            where.append(" and (h.at > ? or h.at = ? and h.id > ?)");
            Collections.addAll(values, end, end, after.id());
        }
        if (!reports.isEmpty()) {
            where.append(" and h.report_id in (")
                    .append(String.join(", ", Collections.nCopies(reports.size(), "?")))
                    .append(')');
            values.addAll(reports);
        }
        return "select h.id as found from " + way(reader, now, size)
                + " left join report_update u on u.id = h.update_id where " + where + " order by h.at, h.id"
                + paging.sql();
    }

    private Instant begin() {
        PageMark after = paging.after();
        return after == null || after.at().isBefore(span.from()) ? span.from() : after.at();
    }

    private String way(Reader reader, Instant now, IntSupplier size) {
        if (!reports.isEmpty()) {
            return OF_REPORTS;
        }
        if (authority == null || begin().isAfter(now.minus(SHORT))) {
            return ALONG;
        }
        return size.getAsInt() > EQUAL * Math.sqrt(paging.offset() + paging.size())
                ? ALONG
                : THROUGH.formatted(reader.readsPrivate() ? "ix_report_inbox_confirmed" : "ix_report_authority");
    }
}
