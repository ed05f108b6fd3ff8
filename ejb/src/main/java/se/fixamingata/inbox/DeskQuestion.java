package se.fixamingata.inbox;

import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Set;
import se.fixamingata.account.Caller;
import se.fixamingata.deadline.Lateness;

/**
 * How one figure of the start page is counted and its oldest are found. Most are counted while what is open is read once for all; some of
 * those have their oldest found at the same time, since no index has them in order.
 *
 * @param since the column that says how long it has been so
 * @param whole which reports it is about
 * @param beyond the same of what is open
 */
record DeskQuestion(
        DeskFigure.Kind kind, InboxCriteria criteria, String since, InboxCondition whole, InboxCondition beyond) {

    private static final int OLDEST = 5;

    static DeskQuestion of(DeskFigure.Kind kind, Caller caller, String authorityCode, Instant now) {
        InboxCriteria open = InboxCriteria.open(authorityCode);
        InboxCriteria criteria =
                switch (kind) {
                    case UNDELIVERED -> open.withFlags(Set.of(DeskFlag.UNDELIVERED));
                    case OVERDUE -> open.withDue(Due.PASSED);
                    case VERY_LATE, LATE, SOON -> open.withLate(Set.of(Lateness.valueOf(kind.name())));
                    case NEW -> open.withFlags(Set.of(DeskFlag.NEW));
                    // Also of what was closed: "it is broken again".
                    case NEWS -> open.withStatuses(Set.of()).withFlags(Set.of(DeskFlag.NEWS));
                    case BACK -> open.withFlags(Set.of(DeskFlag.BACK));
                    case MINE -> open.withAssignee(Assignee.ME).withFlags(Set.of(DeskFlag.TURN));
                };
        String since =
                switch (kind) {
                    case UNDELIVERED, NEW, MINE -> "confirmed_at";
                    case OVERDUE -> "expected_on";
                    case VERY_LATE, LATE, SOON -> "open_due_on";
                    case NEWS -> "news_at";
                    case BACK -> "waiting_until";
                };
        return new DeskQuestion(
                kind,
                criteria,
                since,
                InboxCondition.of(caller, criteria, now),
                InboxCondition.beyond(caller, criteria, now));
    }

    /** Not only of what is open, or found from few rows of another table. */
    private boolean isApart() {
        return kind == DeskFigure.Kind.UNDELIVERED || kind == DeskFigure.Kind.NEWS;
    }

    private boolean isInOrder() {
        return switch (kind) {
            case UNDELIVERED, NEWS, VERY_LATE, LATE, SOON -> true;
            case OVERDUE, NEW, BACK, MINE -> false;
        };
    }

    /** Two columns of the query that reads what is open: how many, and the numbers of the oldest or null. */
    String counting() {
        if (isApart()) {
            return "(" + whole.counted(criteria) + "), null";
        }
        String count = "sum(" + beyond.sql() + "), ";
        return isInOrder()
                ? count + "null"
                : count + "group_concat(if(" + beyond.sql() + ", r.id, null) order by r." + since + ", r.id limit "
                        + OLDEST + ")";
    }

    /** Sets the values of {@link #counting()} from that position on; returns the position after the last. */
    int bind(Query query, int from) {
        if (isApart()) {
            return whole.bind(query, from);
        }
        int next = beyond.bind(query, from);
        return isInOrder() ? next : beyond.bind(query, next);
    }

    /** A query of three columns: its parameter, the number of a report, and since when. */
    String oldest() {
        return "select ?, r.id, cast(r." + since + " as char) from report r" + whole.index(criteria) + " where "
                + whole.sql() + " order by r." + since + ", r.id limit " + OLDEST;
    }

    /** The inbox's address with just these. */
    String query() {
        InboxSort sort =
                switch (kind) {
                    case OVERDUE -> InboxSort.EXPECTED;
                    case VERY_LATE, LATE, SOON -> InboxSort.DEADLINE;
                    default -> InboxSort.CONFIRMED;
                };
        return InboxAddress.write(InboxView.of(criteria).sortedBy(sort, false));
    }
}
