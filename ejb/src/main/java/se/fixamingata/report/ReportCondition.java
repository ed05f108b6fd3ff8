package se.fixamingata.report;

import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import se.fixamingata.position.BoundingBox;
import se.fixamingata.position.CellRange;
import se.fixamingata.shared.SqlTime;

/**
 * The {@code where} of every native query over reports that are shown outside the back office: begins with who may see them, "is
 * listed" for everybody, so that no query can forget it, and keeps values out of the text. Parts may be added in any order; positions
 * of parameters follow.
 */
public final class ReportCondition {

    private final StringBuilder sql;
    private final List<Object> values = new ArrayList<>();

    /** What everybody may see. */
    public ReportCondition() {
        this("listed = 1");
    }

    private ReportCondition(String sight) {
        sql = new StringBuilder(sight);
    }

    /** What is that authority's to mend and not for everybody to see; nothing that a moderator has hidden. */
    public static ReportCondition privateOf(String authorityCode) {
        return new ReportCondition("listed = 0 and visibility = 'PRIVATE' and status <> 'UNCONFIRMED'")
                .and("authority_code = ?", authorityCode);
    }

    /** What everybody may see, and besides what is that authority's to mend; nothing that a moderator has hidden. */
    public static ReportCondition seenBy(String authorityCode) {
        ReportCondition condition = new ReportCondition(
                "(listed = 1 or authority_code = ? and visibility = 'PRIVATE' and status <> 'UNCONFIRMED')");
        condition.values.add(authorityCode);
        return condition;
    }

    /** Only in one of these pieces of the position index; at least one. */
    public ReportCondition inRanges(List<CellRange> ranges) {
        sql.append(ranges.stream().map(r -> "cell between ? and ?").collect(Collectors.joining(" or ", " and (", ")")));
        ranges.forEach(range -> {
            values.add(range.first());
            values.add(range.last());
        });
        return this;
    }

    /** Only in the box, its edges included; null is no limit. */
    public ReportCondition in(BoundingBox box) {
        return box == null
                ? this
                : inRanges(CellRange.covering(box))
                        .and(
                                "lat between ? and ? and lon between ? and ?",
                                box.south(),
                                box.north(),
                                box.west(),
                                box.east());
    }

    /** Only with one of these; empty is no limit. */
    public ReportCondition status(Collection<ReportStatus> statuses) {
        return oneOf("status", statuses.stream().map(Enum::name).sorted().toList());
    }

    /** Only with one of these codes; empty is no limit. */
    public ReportCondition category(Collection<String> codes) {
        return oneOf("category_code", codes.stream().sorted().toList());
    }

    /** Only what changed then or later; null is no limit. */
    public ReportCondition changedSince(Instant since) {
        return since == null ? this : and("changed_at >= ?", SqlTime.text(since));
    }

    /** One more condition, in SQL that no user wrote. */
    public ReportCondition and(String condition, Object... parameters) {
        sql.append(" and ").append(condition);
        Collections.addAll(values, parameters);
        return this;
    }

    private ReportCondition oneOf(String column, List<String> allowed) {
        if (!allowed.isEmpty()) {
            String marks = String.join(", ", Collections.nCopies(allowed.size(), "?"));
            and(column + " in (" + marks + ")", allowed.toArray());
        }
        return this;
    }

    /** The values, for a condition that holds this one. */
    public Object[] values() {
        return values.toArray();
    }

    public String sql() {
        return sql.toString();
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
