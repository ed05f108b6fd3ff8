package se.fixamingata.map;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.StatusGroup;

/**
 * Which reports a map shows.
 *
 * @param statuses only these; empty for all
 * @param categories only these category codes; empty for all
 * @param since only what changed at or after it; null for any age
 */
public record MapFilter(Set<ReportStatus> statuses, Set<String> categories, Instant since) {

    /** Everything that is public. */
    public static final MapFilter ALL = new MapFilter(Set.of(), Set.of(), null);

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    /** Nothing in this database is older, nothing younger: outside, month arithmetic and the database's own range would not hold. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final int MOST_VALUES = 40;

    public MapFilter {
        statuses = Set.copyOf(statuses);
        categories = Set.copyOf(categories);
    }

    /**
     * Reads a filter as it stands in a URL. Null and blank mean no limit.
     *
     * @param status codes or groups, comma-separated: {@code reported}, {@code in_progress}, {@code open}, {@code fixed}, …
     * @param category category codes, comma-separated
     * @param since a date ({@code 2026-05-23}, from midnight in Sweden) or a moment ({@code 2026-05-23T10:00:00Z})
     * @param knownCategories the codes that there are
     * @throws IllegalArgumentException with the reason, in English for the caller of an interface
     */
    public static MapFilter parse(String status, String category, String since, Set<String> knownCategories) {
        return new MapFilter(statuses(status), categories(category, knownCategories), moment(since));
    }

    private static Set<ReportStatus> statuses(String text) {
        Set<ReportStatus> found = EnumSet.noneOf(ReportStatus.class);
        for (String code : values("status", text)) {
            Set<ReportStatus> meant = Arrays.stream(ReportStatus.values())
                    .filter(s -> s != ReportStatus.UNCONFIRMED)
                    .filter(s -> isGroup(code)
                            ? s.group().code().equals(code)
                            : s.code().equals(code))
                    .collect(Collectors.toSet());
            if (meant.isEmpty()) {
                throw new IllegalArgumentException("Unknown status. Known are open, fixed, closed and "
                        + Arrays.stream(ReportStatus.values())
                                .filter(s -> s != ReportStatus.UNCONFIRMED)
                                .map(ReportStatus::code)
                                .collect(Collectors.joining(", ")));
            }
            found.addAll(meant);
        }
        return found;
    }

    private static boolean isGroup(String code) {
        return Arrays.stream(StatusGroup.values()).anyMatch(g -> g.code().equals(code));
    }

    private static Set<String> categories(String text, Set<String> known) {
        Set<String> found = new TreeSet<>(values("category", text));
        if (!known.containsAll(found)) {
            throw new IllegalArgumentException(
                    "Unknown category. Known are " + String.join(", ", new TreeSet<>(known)));
        }
        return found;
    }

    private static Instant moment(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        Instant moment = parseMoment(text.strip());
        if (moment.isBefore(EARLIEST) || moment.isAfter(LATEST)) {
            throw new IllegalArgumentException("since is out of range: use a year from 2000 to 2199");
        }
        return moment;
    }

    private static Instant parseMoment(String text) {
        try {
            return text.length() <= 10
                    ? LocalDate.parse(text).atStartOfDay(SWEDEN).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "since must be a date such as 2026-05-23 or a moment such as 2026-05-23T10:00:00Z", e);
        }
    }

    private static List<String> values(String name, String text) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        List<String> values = Arrays.stream(text.split(",", MOST_VALUES + 1))
                .map(String::strip)
                .filter(v -> !v.isEmpty())
                .toList();
        if (values.size() > MOST_VALUES) {
            throw new IllegalArgumentException("At most " + MOST_VALUES + " values for " + name);
        }
        return values;
    }

    /** The same text for the same filter, whatever the order in which it was written: part of an ETag. */
    String key() {
        return statuses.stream().map(ReportStatus::code).sorted().collect(Collectors.joining(","))
                + ';'
                + String.join(",", new TreeSet<>(categories))
                + ';'
                + (since == null ? "" : since);
    }
}
