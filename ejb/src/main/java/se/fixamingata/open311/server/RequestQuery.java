package se.fixamingata.open311.server;

import java.util.Collections;
import java.util.List;
import se.fixamingata.open311.server.RequestFilter.Span;
import se.fixamingata.report.ReportCondition;
import se.fixamingata.report.SearchText;
import se.fixamingata.shared.SqlTime;

/**
 * One page of requests' numbers, newest first, read along an index until the page is full. Which index is decided here and not by the
 * planner: who asks without any filter asks for a few of very many, and who asks again and again asks for nothing at all.
 */
final class RequestQuery {

    private static final double DEGREE_METRES = 111_195;

    /** So many, the newest that fit the rest, are searched for words. */
    private static final int SEARCHED = 10_000;

    private final RequestFilter filter;
    private final String authority;
    private final Reader reader;

    /** @param authority whose; null for everybody's */
    RequestQuery(RequestFilter filter, String authority, Reader reader) {
        this.filter = filter;
        this.authority = authority;
        this.reader = reader;
    }

    /**
     * A query whose column {@code found} is the numbers.
     *
     * @param values gets those of its parameters
     */
    String sql(List<Object> values) {
        if (authority != null) {
            return page(
                    reader.sight().and("authority_code = ?", authority),
                    true,
                    filter.paging().sql(),
                    values);
        }
        ReportCondition listed = new ReportCondition();
        if (!reader.readsPrivate()) {
            return page(listed, false, filter.paging().sql(), values);
        }
        return "select found from ("
                + "(" + page(listed, false, upTo(), values) + ") union all ("
                + page(ReportCondition.privateOf(reader.authorityCode()), true, upTo(), values) + ")) as seen"
                + " order by at desc, found desc" + filter.paging().sql();
    }

    private String page(ReportCondition condition, boolean ofAuthority, String limit, List<Object> values) {
        narrow(condition);
        Collections.addAll(values, condition.values());
        String fitting = " from report " + index(ofAuthority) + " where " + condition.sql() + order();
        if (filter.words().isEmpty()) {
            return "select id as found, " + moment() + " as at" + fitting + limit;
        }
        filter.words().forEach(word -> Collections.addAll(values, word, word, word));
        return "select id as found, " + moment() + " as at from report join (select id as near" + fitting + " limit "
                + SEARCHED + ") as nearest on id = near where "
                + String.join(" and ", Collections.nCopies(filter.words().size(), SearchText.CONDITION)) + order()
                + limit;
    }

    /** As far as a page can reach into either of two lists that are laid together. */
    private String upTo() {
        return " limit " + (filter.paging().offset() + filter.paging().size());
    }

    private String moment() {
        return filter.followsChanges() ? "changed_at" : "confirmed_at";
    }

    private String order() {
        return " order by " + moment() + " desc, id desc";
    }

    private String index(boolean ofAuthority) {
        if (filter.ids() != null || filter.box() != null || filter.around() != null) {
            return "";
        }
        if (ofAuthority) {
            return filter.followsChanges()
                    ? "force index (ix_report_inbox_changed)"
                    : "force index (ix_report_inbox_confirmed)";
        }
        return filter.followsChanges() ? "force index (ix_report_changed_id)" : "force index (ix_report_newest)";
    }

    private void narrow(ReportCondition condition) {
        if (filter.ids() != null) {
            condition.and(
                    "id in ("
                            + String.join(", ", Collections.nCopies(filter.ids().size(), "?")) + ")",
                    filter.ids().toArray());
            return;
        }
        condition.status(filter.statuses()).category(filter.categories()).in(filter.box());
        within(condition, "confirmed_at", filter.requested());
        within(condition, "changed_at", filter.updated());
        if (filter.around() != null) {
            around(condition, filter.around());
        }
        if (filter.paging().after() != null) {
            String end = SqlTime.text(filter.paging().after().at());
            condition.and(
                    moment() + " <= ? and (" + moment() + " < ? or id < ?)",
                    end,
                    end,
                    filter.paging().after().id());
        }
    }

    private static void within(ReportCondition condition, String column, Span span) {
        if (span.from() != null) {
            condition.and(column + " >= ?", SqlTime.text(span.from()));
        }
        if (span.before() != null) {
            condition.and(column + " < ?", SqlTime.text(span.before()));
        }
    }

    private static void around(ReportCondition condition, RequestFilter.Circle circle) {
        double lat = circle.middle().lat();
        double shrunk = Math.pow(Math.cos(Math.toRadians(lat)), 2);
        double degrees = circle.metres() / DEGREE_METRES;
        condition
                .in(circle.middle().around(circle.metres()))
                .and(
                        "pow(lat - ?, 2) + pow(lon - ?, 2) * ? <= ?",
                        lat,
                        circle.middle().lon(),
                        shrunk,
                        degrees * degrees);
    }
}
