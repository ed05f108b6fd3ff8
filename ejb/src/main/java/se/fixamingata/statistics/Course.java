package se.fixamingata.statistics;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of a set of reports, day by day from the beginning of each: how many came to their end after so many days, and how many were
 * lost sight of. Two sets that share no report are put together by adding.
 */
final class Course {

    private static final int ENDED = 0;
    private static final int LOST = 1;

    private final TreeMap<Integer, int[]> days = new TreeMap<>();

    /** So many that came to their end after that many days. */
    Course ended(int day, int reports) {
        at(day)[ENDED] += reports;
        return this;
    }

    /** So many that were seen for that many days, and had not come to their end. */
    Course lost(int day, int reports) {
        at(day)[LOST] += reports;
        return this;
    }

    Course add(Course other) {
        other.days.forEach((day, counts) -> ended(day, counts[ENDED]).lost(day, counts[LOST]));
        return this;
    }

    private int[] at(int day) {
        if (day < 0) {
            throw new IllegalArgumentException("Nothing ends before it begins: " + day);
        }
        return days.computeIfAbsent(day, any -> new int[2]);
    }

    int reports() {
        return days.values().stream()
                .mapToInt(counts -> counts[ENDED] + counts[LOST])
                .sum();
    }

    int events() {
        return days.values().stream().mapToInt(counts -> counts[ENDED]).sum();
    }

    /** Tells each day on which something was, in their order. */
    void each(Visitor visitor) {
        days.forEach((day, counts) -> visitor.day(day, counts[ENDED], counts[LOST]));
    }

    /** Is told of the days. */
    interface Visitor {
        void day(int day, int ended, int lost);
    }

    /** To be kept: {@code 3:2/1 9:0/4}, day, ended, lost. */
    String packed() {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<Integer, int[]> day : days.entrySet()) {
            text.append(text.isEmpty() ? "" : " ").append(day.getKey()).append(':');
            text.append(day.getValue()[ENDED]).append('/').append(day.getValue()[LOST]);
        }
        return text.toString();
    }

    /** What {@link #packed} gave. */
    static Course unpacked(String text) {
        Course course = new Course();
        if (!text.isEmpty()) {
            Arrays.stream(text.split(" ")).map(day -> day.split("[:/]")).forEach(numbers -> {
                int day = Integer.parseInt(numbers[0]);
                course.ended(day, Integer.parseInt(numbers[1])).lost(day, Integer.parseInt(numbers[2]));
            });
        }
        return course;
    }
}
