package se.fixamingata.statistics.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.fixamingata.statistics.DisclosureRule;

/** Times by category, with the one of all of them: of how many reports each is must not tell of how few another one is. */
final class TimeTables {

    private static final String ALL = "*";

    private final Map<String, Map<String, Object[]>> byMeasure = new TreeMap<>();

    /** @param row measure, reports, median and ninetieth from that place on */
    void take(String category, Object[] row, int from) {
        byMeasure
                .computeIfAbsent((String) row[from], any -> new TreeMap<>())
                .put(category, new Object[] {row[from + 1], row[from + 2], row[from + 3]});
    }

    /** All categories first, then by their codes. */
    List<CategoryTimes> times() {
        Map<String, TimeFigure> answers = shown("ANSWER");
        Map<String, TimeFigure> fixed = shown("FIXED");
        TreeMap<String, CategoryTimes> times = new TreeMap<>();
        for (Map<String, TimeFigure> some : List.of(answers, fixed)) {
            some.keySet()
                    .forEach(category -> times.put(
                            category.equals(ALL) ? "" : category,
                            new CategoryTimes(
                                    category,
                                    answers.getOrDefault(category, TimeFigure.HIDDEN),
                                    fixed.getOrDefault(category, TimeFigure.HIDDEN))));
        }
        return List.copyOf(times.values());
    }

    private Map<String, TimeFigure> shown(String measure) {
        Map<String, Object[]> rows = byMeasure.getOrDefault(measure, Map.of());
        List<String> categories = new ArrayList<>(rows.keySet());
        categories.remove(ALL);
        boolean[] hidden = DisclosureRule.hidden(categories.stream()
                .mapToLong(category -> number(rows.get(category)[0]))
                .toArray());
        categories.add(ALL);
        Map<String, TimeFigure> times = new TreeMap<>();
        for (int i = 0; i < categories.size(); i++) {
            Object[] row = rows.get(categories.get(i));
            if (row != null) {
                times.put(categories.get(i), hidden[i] ? TimeFigure.HIDDEN : figure(row));
            }
        }
        return times;
    }

    /** One that stands in no table with a sum. */
    static TimeFigure alone(Object reports, Object median, Object ninetieth) {
        return DisclosureRule.shows(number(reports))
                ? figure(new Object[] {reports, median, ninetieth})
                : TimeFigure.HIDDEN;
    }

    private static TimeFigure figure(Object[] row) {
        return new TimeFigure(number(row[0]), orNull(row[1]), orNull(row[2]));
    }

    private static int number(Object value) {
        return ((Number) value).intValue();
    }

    private static Integer orNull(Object value) {
        return value == null ? null : number(value);
    }
}
