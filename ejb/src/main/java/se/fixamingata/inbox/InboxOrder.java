package se.fixamingata.inbox;

import jakarta.persistence.Query;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.fixamingata.category.Category;
import se.fixamingata.report.Priority;
import se.fixamingata.report.ReportStatus;

/**
 * The order of an inbox as SQL over {@code report r}: a few expressions, all of them upwards or all of them downwards, so that two
 * places in it can be compared as rows. The last one is the number, so that no two are equal.
 *
 * @param keys the expressions
 * @param values of their parameters, in order
 * @param along the index that has this order, or null
 */
record InboxOrder(List<String> keys, List<Object> values, boolean descending, String along) {

    private static final String FIRST = "0001-01-01";
    private static final String LAST = "9999-12-31";
    private static final String DEADLINE = "r.open_due_on";

    static InboxOrder of(InboxView view, List<Category> categories) {
        boolean down = view.descending();
        return switch (view.sort()) {
            case CONFIRMED ->
                new InboxOrder(List.of("r.confirmed_at", "r.id"), List.of(), down, "ix_report_inbox_confirmed");
            case CHANGED -> new InboxOrder(List.of("r.changed_at", "r.id"), List.of(), down, "ix_report_inbox_changed");
            case EXPECTED -> sorted("coalesce(r.expected_on, '" + (down ? FIRST : LAST) + "')", List.of(), down);
            case DEADLINE -> deadline(view.criteria(), down);
            case PRIORITY ->
                listed("r.priority", Arrays.stream(Priority.values()).map(Enum::name), down);
            case STATUS ->
                listed("r.status", Arrays.stream(ReportStatus.values()).map(Enum::name), down);
            case CATEGORY -> listed("r.category_code", categories.stream().map(Category::code), down);
        };
    }

    /** Everything that is open has a deadline; beside it, what is not comes last. */
    private static InboxOrder deadline(InboxCriteria criteria, boolean down) {
        boolean open = !criteria.statuses().isEmpty() && InboxCriteria.OPEN.containsAll(criteria.statuses());
        return open
                ? new InboxOrder(List.of(DEADLINE, "r.id"), List.of(), down, InboxCondition.BY_DEADLINE)
                : sorted("coalesce(" + DEADLINE + ", '" + (down ? FIRST : LAST) + "')", List.of(), down);
    }

    private static InboxOrder listed(String column, Stream<String> inOrder, boolean down) {
        List<Object> values = inOrder.map(Object.class::cast).toList();
        String marks = String.join(", ", Collections.nCopies(values.size(), "?"));
        return sorted("field(" + column + ", " + marks + ")", values, down);
    }

    private static InboxOrder sorted(String key, List<Object> values, boolean down) {
        return new InboxOrder(List.of(key, "r.confirmed_at", "r.id"), values, down, null);
    }

    /** What stands after {@code order by}. */
    String sql() {
        return in(descending);
    }

    /** The other way round. */
    String reversed() {
        return in(!descending);
    }

    private String in(boolean down) {
        return keys.stream().map(key -> down ? key + " desc" : key).collect(Collectors.joining(", "));
    }

    /** All keys as a row, for comparing. */
    String row() {
        return String.join(", ", keys);
    }

    /** All keys as they can be read and given back without loss: moments as text. What was closed a moment ago stands where it stood. */
    String readable() {
        return keys.stream().map(InboxOrder::readable).collect(Collectors.joining(", "));
    }

    private static String readable(String key) {
        if (key.equals(DEADLINE)) {
            return "cast(coalesce(" + DEADLINE + ", r.solve_due_on, '" + LAST + "') as char)";
        }
        return key.endsWith("_at") ? "cast(" + key + " as char)" : key;
    }

    /** What the index along which it is read has before the first that counts is left out; to be put behind the other conditions. */
    String beginning() {
        return InboxCondition.BY_DEADLINE.equals(along) ? " and " + DEADLINE + " > '" + FIRST + "'" : "";
    }

    /** Sets the values, in their order, from that position on; returns the position after the last. */
    int bind(Query query, int from) {
        int position = from;
        for (Object value : values) {
            query.setParameter(position++, value);
        }
        return position;
    }
}
