package se.fixamingata.statistics;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import se.fixamingata.shared.SqlTime;

/** The courses of an area's reports, by category, period and measure, and the estimates that follow from them. */
final class Times {

    static final String ANSWER = "ANSWER";
    static final String FIXED = "FIXED";

    /** Stands for all categories. */
    static final String ALL = "*";

    /** Stands for the twelve months before the cut-off, where others are years. */
    static final int LAST_YEAR = 0;

    private static final String DAY = "86400000000";

    /** What has begun counts for what happened, and not for what was only seen. */
    private static final String COURSES = "select category_code, %1$s as confirmed_in, confirmed_at >= ?1 as lately, '"
            + ANSWER + "' as measure,"
            + " answered_at is not null as ended, if(answered_at is not null, greatest(1, ceil(" + since("answered_at")
            + ")), floor(" + since("coalesce(left_at, ?2)") + ")) as days, count(*)"
            + " from stat_state group by 1, 2, 3, 4, 5, 6"
            + " union all select category_code, %1$s, confirmed_at >= ?1, '" + FIXED + "', state = 1,"
            + " if(state = 1, greatest(1, ceil(" + since("since") + ")), floor("
            + since("if(state = 2, since, ?2)") + ")), count(*) from stat_state group by 1, 2, 3, 4, 5, 6";

    private static final String INTO =
            "insert into stat_time (generation, area, category_code, period, measure, reports, events,"
                    + " median_days, p90_days, course)";

    private record Key(String category, int period, String measure) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int first = category.compareTo(other.category);
            int second = first != 0 ? first : Integer.compare(period, other.period);
            return second != 0 ? second : measure.compareTo(other.measure);
        }
    }

    private final Map<Key, Course> courses = new TreeMap<>();

    /** Of the municipality that {@link Cases} has gathered. */
    static Times ofCases(EntityManager em, Night night, SwedishDays days) {
        Times times = new Times();
        String select = COURSES.formatted("year(" + days.of("confirmed_at") + ")");
        for (Object[] row :
                Sql.rows(em, select, SqlTime.text(CutOff.yearBefore(night.cutOff())), SqlTime.text(night.cutOff()))) {
            times.take(row);
        }
        return times;
    }

    /** What the municipalities of a county have, added up. */
    static Times ofCounty(EntityManager em, Night night, String county) {
        Times times = new Times();
        for (Object[] row : Sql.rows(
                em,
                "select t.category_code, t.period, t.measure, t.course from municipality m"
                        + " join stat_time t on t.generation = ?1 and t.area = m.code where m.county_code = ?2",
                night.generation(),
                county)) {
            times.at((String) row[0], number(row[1]), (String) row[2]).add(Course.unpacked((String) row[3]));
        }
        return times;
    }

    Times add(Times other) {
        other.courses.forEach((key, course) ->
                courses.computeIfAbsent(key, any -> new Course()).add(course));
        return this;
    }

    private void take(Object[] row) {
        boolean ended = number(row[4]) == 1;
        int days = number(row[5]);
        int reports = number(row[6]);
        List<Integer> periods = number(row[2]) == 1 ? List.of(LAST_YEAR, number(row[1])) : List.of(number(row[1]));
        for (String category : new String[] {(String) row[0], ALL}) {
            for (int period : periods) {
                Course course = at(category, period, (String) row[3]);
                if (ended) {
                    course.ended(days, reports);
                } else {
                    course.lost(days, reports);
                }
            }
        }
    }

    private Course at(String category, int period, String measure) {
        return courses.computeIfAbsent(new Key(category, period, measure), any -> new Course());
    }

    /** Replaces the area's rows of this generation. */
    void write(EntityManager em, Night night, String area) {
        Sql.run(em, "delete from stat_time where generation = ?1 and area = ?2", night.generation(), area);
        List<List<Object>> rows = new ArrayList<>();
        courses.forEach((key, course) -> rows.add(row(night, area, key, course)));
        Sql.insert(em, INTO, rows);
    }

    private static List<Object> row(Night night, String area, Key key, Course course) {
        KaplanMeier estimate = new KaplanMeier(course);
        List<Object> row = new ArrayList<>(List.of(night.generation(), area, key.category, key.period, key.measure));
        row.addAll(List.of(estimate.reports(), estimate.events()));
        row.add(orNull(estimate.median()));
        row.add(orNull(estimate.ninetieth()));
        row.add(course.packed());
        return row;
    }

    private static Integer orNull(OptionalInt days) {
        return days.isPresent() ? days.getAsInt() : null;
    }

    private static String since(String moment) {
        return "timestampdiff(microsecond, confirmed_at, " + moment + ") / " + DAY;
    }

    private static int number(Object value) {
        return value instanceof Boolean yes ? (yes ? 1 : 0) : ((Number) value).intValue();
    }
}
