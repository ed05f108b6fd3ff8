package se.fixamingata.inbox;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import se.fixamingata.deadline.Lateness;
import se.fixamingata.position.BoundingBox;
import se.fixamingata.position.Position;
import se.fixamingata.report.Priority;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.StatusGroup;

/** The parameters of one address, being read: whatever makes no sense is noted and left out. */
class InboxParameters {

    /** No field has more values; a longer address is somebody's joke. */
    private static final int MOST_VALUES = 40;

    private static final int QUERY_MAX = 4_000;
    /** Outside, the database's own range would not hold. */
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final Set<String> ignored = new TreeSet<>();

    InboxParameters(String query) {
        if (query == null) {
            return;
        }
        String bounded = query.length() > QUERY_MAX ? query.substring(0, QUERY_MAX) : query;
        for (String part : bounded.split("&")) {
            String[] pair = part.split("=", 2);
            if (pair.length == 2) {
                add(pair[0], pair[1]);
            }
        }
    }

    private void add(String name, String encoded) {
        try {
            String value = URLDecoder.decode(encoded, StandardCharsets.UTF_8).strip();
            if (!value.isEmpty()) {
                values.computeIfAbsent(name, first -> new ArrayList<>()).add(value);
            }
        } catch (IllegalArgumentException notDecodable) {
            ignored.add(name);
        }
    }

    InboxAddress.Read read(String authorityCode, Set<String> categories, int usualSize) {
        InboxCriteria criteria = new InboxCriteria(
                authorityCode,
                statuses(),
                all("category", one -> Optional.of(one).filter(categories::contains)),
                one("assignee", InboxParameters::assignee).orElse(null),
                all("priority", code -> find(Priority.values(), Priority::code, code)),
                period(),
                one("due", code -> find(Due.values(), Due::code, code)).orElse(null),
                all("deadline", Lateness::find),
                all("flag", code -> find(DeskFlag.values(), DeskFlag::code, code)),
                one("text", Optional::of).orElse(null),
                one("box", InboxParameters::box).orElse(null));
        String sort = one("sort", code -> Optional.of(code)
                        .filter(any -> InboxSort.find(unsigned(any)).isPresent()))
                .orElse(InboxAddress.DESCENDING + InboxSort.CONFIRMED.code());
        InboxView view = new InboxView(
                criteria,
                InboxSort.find(unsigned(sort)).orElseThrow(),
                sort.startsWith(InboxAddress.DESCENDING),
                one("page", text -> number(text, 1, InboxView.EXACT_UP_TO)).orElse(1) - 1,
                one("rows", text -> number(text, 1, 100).filter(InboxView.SIZES::contains))
                        .orElse(usualSize));
        return new InboxAddress.Read(view, List.copyOf(ignored));
    }

    private static String unsigned(String sort) {
        return sort.startsWith(InboxAddress.DESCENDING) ? sort.substring(1) : sort;
    }

    private Set<ReportStatus> statuses() {
        Set<ReportStatus> found = EnumSet.noneOf(ReportStatus.class);
        for (String code : split("status")) {
            Set<ReportStatus> meant = meant(code);
            if (meant.isEmpty()) {
                ignored.add("status");
            }
            found.addAll(meant);
        }
        boolean all = found.size() == ReportStatus.values().length - 1;
        return all ? Set.of() : found.isEmpty() ? InboxCriteria.OPEN : found;
    }

    private static Set<ReportStatus> meant(String code) {
        Optional<StatusGroup> group = find(StatusGroup.values(), StatusGroup::code, code);
        if (group.isPresent()) {
            return InboxCriteria.inGroup(group.get());
        }
        Set<ReportStatus> meant = EnumSet.noneOf(ReportStatus.class);
        Arrays.stream(ReportStatus.values())
                .filter(status -> status != ReportStatus.UNCONFIRMED)
                .filter(status -> code.equals(InboxAddress.ALL) || status.code().equals(code))
                .forEach(meant::add);
        return meant;
    }

    private InboxPeriod period() {
        Integer newer = null;
        Integer older = null;
        for (String age : split("age")) {
            Optional<Integer> days = number(age.replaceFirst("^(newer|older)-", ""), 1, InboxPeriod.DAYS_MAX);
            if (days.isPresent() && age.startsWith("newer-")) {
                newer = days.get();
            } else if (days.isPresent() && age.startsWith("older-")) {
                older = days.get();
            } else {
                ignored.add("age");
            }
        }
        return new InboxPeriod(
                one("since", InboxParameters::day).orElse(null),
                one("before", InboxParameters::day).orElse(null),
                newer,
                older);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.isAfter(EARLIEST) && day.isBefore(LATEST));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private static Optional<Assignee> assignee(String code) {
        return switch (code) {
            case "me" -> Optional.of(Assignee.ME);
            case "nobody" -> Optional.of(Assignee.NOBODY);
            default ->
                code.matches("[0-9]{1,18}") ? Optional.of(Assignee.account(Long.parseLong(code))) : Optional.empty();
        };
    }

    /** South, west, north, east. */
    static Optional<BoundingBox> box(String text) {
        try {
            double[] edges =
                    Stream.of(text.split(",")).mapToDouble(Double::parseDouble).toArray();
            boolean onEarth = edges.length == 4
                    && Position.find(edges[0], edges[1]).isPresent()
                    && Position.find(edges[2], edges[3]).isPresent();
            return onEarth && edges[0] <= edges[2] && edges[1] <= edges[3]
                    ? Optional.of(new BoundingBox(edges[0], edges[1], edges[2], edges[3]))
                    : Optional.empty();
        } catch (NumberFormatException noBox) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> number(String text, int least, int most) {
        return text.matches("[0-9]{1,6}")
                ? Optional.of(Integer.parseInt(text)).filter(number -> number >= least && number <= most)
                : Optional.empty();
    }

    private static <T> Optional<T> find(T[] all, Function<T, String> codeOf, String code) {
        return Arrays.stream(all).filter(one -> codeOf.apply(one).equals(code)).findFirst();
    }

    private List<String> split(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .flatMap(value -> Arrays.stream(value.split(",", MOST_VALUES)))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .limit(MOST_VALUES)
                .toList();
    }

    private <T> Optional<T> one(String name, Function<String, Optional<T>> reader) {
        List<String> given = values.getOrDefault(name, List.of());
        if (given.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> read = reader.apply(given.get(0));
        if (read.isEmpty()) {
            ignored.add(name);
        }
        return read;
    }

    private <T> Set<T> all(String name, Function<String, Optional<T>> reader) {
        Set<T> found = new HashSet<>();
        for (String value : split(name)) {
            Optional<T> read = reader.apply(value);
            if (read.isEmpty()) {
                ignored.add(name);
            }
            read.ifPresent(found::add);
        }
        return found;
    }
}
