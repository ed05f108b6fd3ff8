package se.fixamingata.deadline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An authority's deadlines.
 *
 * @param own what it has set, by category code, {@link DeadlineTable#ALL} for all; the rows of the table in their order, null where nothing
 *     is set
 * @param standard what holds where nothing is set at all
 */
public record DeadlineView(Map<String, DueDays> own, DueDays standard) {

    public DeadlineView {
        own = new LinkedHashMap<>(own);
    }

    /** What is set in that row; empty when nothing is. */
    public Optional<DueDays> of(String code) {
        return Optional.ofNullable(own.get(code));
    }

    /** What holds in that row when nothing is set in it. */
    public DueDays inherited(String code) {
        return code.equals(DeadlineTable.ALL) ? standard : of(DeadlineTable.ALL).orElse(standard);
    }

    /** Another one when anything is set otherwise: what a form was filled in from. */
    public String mark() {
        Map<String, DueDays> set = new TreeMap<>(own);
        set.values().removeIf(Objects::isNull);
        return Integer.toHexString(set.toString().hashCode());
    }
}
