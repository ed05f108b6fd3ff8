package se.fixamingata.inbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.fixamingata.deadline.Lateness;
import se.fixamingata.position.BoundingBox;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.StatusGroup;

/**
 * An inbox as it stands in an address, without whose it is: {@code status=open,fixed&category=lighting&assignee=me&sort=-priority}.
 *
 * <p>No status means {@code open}; {@code status=all} means any. {@link #read} takes whatever somebody has typed or kept for a year and
 * says what it made nothing of; {@link #write} gives every view one address, in one order, without what goes without saying.
 */
public final class InboxAddress {

    /** Every status. */
    public static final String ALL = "all";

    static final String DESCENDING = "-";

    private InboxAddress() {}

    /**
     * What an address means.
     *
     * @param ignored names of the parameters that were left out, wholly or in part, because they make no sense
     */
    public record Read(InboxView view, List<String> ignored) {}

    /**
     * @param query what stands behind the question mark; what is not about an inbox is passed over
     * @param categories the codes that there are
     * @param usualSize reports on a page when the address does not say
     */
    public static Read read(String authorityCode, String query, Set<String> categories, int usualSize) {
        return new InboxParameters(query).read(authorityCode, categories, usualSize);
    }

    /** South, west, north and east in degrees, separated by commas; empty for anything else, null too. */
    public static Optional<BoundingBox> box(String text) {
        return text == null ? Optional.empty() : InboxParameters.box(text);
    }

    /** The address of the view; empty for the inbox as it opens. */
    public static String write(InboxView view) {
        List<String> parts = new ArrayList<>(filter(view.criteria()));
        boolean usual = view.sort() == InboxSort.CONFIRMED && view.descending();
        add(
                parts,
                "sort",
                usual ? "" : (view.descending() ? DESCENDING : "") + view.sort().code());
        add(parts, "page", view.page() == 0 ? "" : Integer.toString(view.page() + 1));
        add(parts, "rows", view.size() == InboxView.SIZES.get(0) ? "" : Integer.toString(view.size()));
        return String.join("&", parts);
    }

    /** What is looked for, without order and page. */
    public static String write(InboxCriteria criteria) {
        return String.join("&", filter(criteria));
    }

    private static List<String> filter(InboxCriteria criteria) {
        List<String> parts = new ArrayList<>();
        add(parts, "status", statuses(criteria));
        add(parts, "category", list(criteria.categories(), Function.identity()));
        add(parts, "assignee", assignee(criteria.assignee()));
        add(parts, "priority", list(criteria.priorities(), one -> one.name().toLowerCase(Locale.ROOT)));
        InboxPeriod period = criteria.period();
        add(parts, "since", period.since() == null ? "" : period.since().toString());
        add(parts, "before", period.before() == null ? "" : period.before().toString());
        add(parts, "age", ages(period));
        add(parts, "due", criteria.due() == null ? "" : criteria.due().code());
        add(parts, "deadline", list(criteria.late(), Lateness::code));
        add(parts, "flag", list(criteria.flags(), DeskFlag::code));
        add(parts, "text", criteria.text() == null ? "" : criteria.text());
        add(parts, "box", box(criteria.area()));
        return parts;
    }

    private static void add(List<String> parts, String name, String value) {
        if (!value.isEmpty()) {
            // Commas and colons are fine in a query, and far easier to read.
            parts.add(name
                    + '='
                    + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("%2C", ","));
        }
    }

    private static String statuses(InboxCriteria criteria) {
        if (criteria.statuses().isEmpty()) {
            return ALL;
        }
        if (criteria.statuses().equals(InboxCriteria.OPEN)) {
            return "";
        }
        Stream<String> codes = Stream.empty();
        Set<ReportStatus> left = new HashSet<>(criteria.statuses());
        for (StatusGroup group : StatusGroup.values()) {
            if (left.containsAll(InboxCriteria.inGroup(group))) {
                left.removeAll(InboxCriteria.inGroup(group));
                codes = Stream.concat(codes, Stream.of(group.code()));
            }
        }
        codes = Stream.concat(
                codes,
                criteria.statuses().stream().filter(left::contains).sorted().map(one -> one.code()));
        return codes.collect(Collectors.joining(","));
    }

    private static String assignee(Assignee assignee) {
        if (assignee == null) {
            return "";
        }
        return assignee.kind() == Assignee.Kind.ACCOUNT
                ? Long.toString(assignee.accountId())
                : assignee.kind().name().toLowerCase(Locale.ROOT);
    }

    private static String ages(InboxPeriod period) {
        return Stream.of(
                        period.newerThan() == null ? "" : "newer-" + period.newerThan(),
                        period.olderThan() == null ? "" : "older-" + period.olderThan())
                .filter(age -> !age.isEmpty())
                .collect(Collectors.joining(","));
    }

    private static String box(BoundingBox box) {
        return box == null
                ? ""
                : Stream.of(box.south(), box.west(), box.north(), box.east())
                        .map(degrees -> String.format(Locale.ROOT, "%.5f", degrees))
                        .collect(Collectors.joining(","));
    }

    private static <T> String list(Set<T> values, Function<T, String> code) {
        return String.join(",", values.stream().map(code).collect(Collectors.toCollection(TreeSet::new)));
    }
}
