package se.fixamingata.inbox;

import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Permissions;
import se.fixamingata.account.Right;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.SearchText;

/**
 * The {@code where} of every native query over an authority's reports. It begins with whose they are and ends with what the caller may
 * see of them, so that no query can forget either, and keeps values out of the text. For the table {@code report} alone; other tables
 * join outside.
 */
public final class InboxCondition {

    /** Confirmed and waiting for somebody; made of the enum's names, never of input. */
    static final String OPEN = "status in (" + names(InboxCriteria.OPEN) + ")";

    /** What is open, along its deadlines; holds status and category besides. */
    static final String BY_DEADLINE = "ix_report_open_due";

    static final String STUCK = "state in ('PARKED', 'WAITING_FOR_ADDRESS', 'BOUNCED')";

    /** Of mails: residents' words that do not reach the authority. */
    static final String STUCK_WORDS = "kind = 'UPDATE_TO_AUTHORITY' and " + STUCK;

    private static final String AND = " and ";

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    private InboxCondition() {}

    /**
     * The reports that the criteria mean and the caller may see.
     *
     * @throws se.fixamingata.account.NotPermitted when the caller may see nothing of that authority
     */
    public static InboxCondition of(Caller caller, InboxCriteria criteria, Instant now) {
        InboxCondition condition = visible(caller, criteria.authorityCode());
        SearchText text = SearchText.of(criteria.text());
        OptionalLong number = text.number();
        if (number.isPresent()) {
            return condition.statuses(Set.of()).and("id = ?", number.getAsLong());
        }
        return text.patterns().isEmpty()
                ? condition.filter(caller, criteria, now)
                : condition.words(text, new InboxCondition().filter(caller, criteria, now));
    }

    private static InboxCondition visible(Caller caller, String authorityCode) {
        Permissions.require(caller, Right.VIEW, authorityCode);
        InboxCondition condition = new InboxCondition();
        condition.sql.append("authority_code = ?");
        condition.values.add(authorityCode);
        return condition.oneOf("category_code", Permissions.categories(caller, authorityCode));
    }

    /** Words are looked for in the newest that fit the rest: reading every text of twenty years would take seconds. */
    private InboxCondition words(SearchText text, InboxCondition rest) {
        String newest = "select id from report where " + sql + rest.sql + " order by confirmed_at desc, id desc limit "
                + InboxView.EXACT_UP_TO;
        and("id in (select id from (" + newest + ") as newest)", values.toArray());
        values.addAll(rest.values);
        text.patterns().forEach(word -> and(SearchText.CONDITION, word, word, word));
        return this;
    }

    /**
     * What the criteria ask of a report beyond whose it is and which status it has, as an expression. For counting several things in one
     * reading of what {@link #of} names.
     *
     * @throws IllegalArgumentException when they ask for words, or for nothing
     */
    static InboxCondition beyond(Caller caller, InboxCriteria criteria, Instant now) {
        InboxCondition condition = InboxNarrowing.narrow(new InboxCondition(), caller, criteria, now);
        if (criteria.text() != null || condition.sql.isEmpty()) {
            throw new IllegalArgumentException("Nothing that an expression could hold");
        }
        condition.sql.delete(0, AND.length());
        return condition;
    }

    private InboxCondition filter(Caller caller, InboxCriteria criteria, Instant now) {
        return InboxNarrowing.narrow(statuses(criteria.statuses()), caller, criteria, now);
    }

    /** Never unconfirmed; all the others are named, so that an index whose next part they are can still be used. */
    private InboxCondition statuses(Set<ReportStatus> statuses) {
        sql.append(" and status in (")
                .append(names(
                        statuses.isEmpty()
                                ? Arrays.stream(ReportStatus.values())
                                        .filter(status -> status != ReportStatus.UNCONFIRMED)
                                        .toList()
                                : statuses))
                .append(')');
        return this;
    }

    /** Nothing allowed is nothing asked for. */
    InboxCondition oneOf(String column, Collection<String> allowed) {
        if (!allowed.isEmpty()) {
            String marks = String.join(", ", Collections.nCopies(allowed.size(), "?"));
            and(column + " in (" + marks + ")", allowed.stream().sorted().toArray());
        }
        return this;
    }

    /** One more condition, in SQL that no user wrote. */
    public InboxCondition and(String condition, Object... parameters) {
        sql.append(AND).append(condition);
        Collections.addAll(values, parameters);
        return this;
    }

    private static String names(Collection<ReportStatus> statuses) {
        return statuses.stream().sorted().map(one -> "'" + one.name() + "'").collect(Collectors.joining(", "));
    }

    public String sql() {
        return sql.toString();
    }

    /**
     * The index to take, as it stands after the table's name. Empty where the planner knows better: it sees how few somebody's reports,
     * the news or the undelivered ones are.
     */
    String index(InboxCriteria criteria) {
        boolean somebody = criteria.assignee() != null && criteria.assignee().kind() != Assignee.Kind.NOBODY;
        boolean rare = somebody || !criteria.flags().isEmpty() || criteria.text() != null;
        if (rare) {
            return "";
        }
        return criteria.late().isEmpty() || criteria.isFurtherLimited()
                ? " force index (ix_report_inbox)"
                : " force index (" + BY_DEADLINE + ")";
    }

    /** The query that counts, up to one more than is counted exactly. */
    String counted(InboxCriteria criteria) {
        return "select count(*) from (select 1 from report r" + index(criteria) + " where " + sql + " limit "
                + (InboxView.EXACT_UP_TO + 1) + ") as counted";
    }

    /** Sets the values, in their order, from that position on; returns the position after the last. */
    public int bind(Query query, int from) {
        int position = from;
        for (Object value : values) {
            query.setParameter(position++, value);
        }
        return position;
    }
}
