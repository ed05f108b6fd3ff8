package se.fixamingata.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fixamingata.report.ReportStatus.FIXED;
import static se.fixamingata.report.ReportStatus.IN_PROGRESS;
import static se.fixamingata.report.ReportStatus.NO_ACTION;
import static se.fixamingata.report.ReportStatus.REPORTED;
import static se.fixamingata.statistics.Town.becomes;
import static se.fixamingata.statistics.Town.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.StatusGroup;
import se.fixamingata.statistics.Town.Case;
import se.fixamingata.statistics.Town.Entry;

/** What a night counts: by hand for a few reports, and against a plain walk through the histories for many. */
class CountingIT extends DatabaseTest {

    /** Midnight before 23 November 2026 in Sweden. */
    private static final Instant CUT_OFF = Instant.parse("2026-11-22T23:00:00Z");

    @Test
    void countsEachEventOnItsSwedishDay() {
        new Town(em)
                .add(
                        // 00:30 on the first of July in Sweden.
                        report(
                                1,
                                "1763",
                                "lighting",
                                "2026-06-30T22:30:00Z",
                                becomes(IN_PROGRESS, "2026-07-02T21:59:59Z"),
                                becomes(FIXED, "2026-07-02T22:00:00Z")),
                        report(
                                2,
                                "1763",
                                "lighting",
                                "2026-07-01T10:00:00Z",
                                becomes(FIXED, "2026-07-02T10:00:00Z"),
                                becomes(REPORTED, "2026-07-05T10:00:00Z"),
                                becomes(NO_ACTION, "2026-09-01T10:00:00Z")),
                        // After the cut-off, and at it: not there.
                        report(3, "1763", "lighting", "2026-11-22T23:00:00Z"),
                        report(4, "1763", "winter", "2026-11-22T22:59:59Z", becomes(FIXED, "2026-11-22T23:00:00Z")));
        Night night = Town.night(em, clock, null);
        assertThat(night.cutOff()).isEqualTo(CUT_OFF);
        assertThat(lines(
                        "select concat_ws(' ', category_code, day, reported, answered, fixed, closed, reopened) from stat_flow"
                                + " where generation = ?1 and area = '1763' order by category_code, day",
                        night.generation()))
                .containsExactly(
                        "lighting 2026-07-01 2 0 0 0 0",
                        "lighting 2026-07-02 0 2 1 0 0",
                        "lighting 2026-07-03 0 0 1 0 0",
                        "lighting 2026-07-05 0 0 0 0 1",
                        "lighting 2026-09-01 0 0 0 1 0",
                        "winter 2026-11-22 1 0 0 0 0");
        assertThat(lines(
                        "select concat_ws(' ', category_code, month - 2026 * 12 + 1, reported, fixed, closed, reopened, open_at_end)"
                                + " from stat_month where generation = ?1 and area = '1763' and category_code in ('lighting', '*')"
                                + " order by category_code, month",
                        night.generation()))
                .containsExactly(
                        "* 7 2 2 0 1 1",
                        "* 8 0 0 0 0 1",
                        "* 9 0 0 1 0 0",
                        "* 10 0 0 0 0 0",
                        "* 11 1 0 0 0 1",
                        "lighting 7 2 2 0 1 1",
                        "lighting 8 0 0 0 0 1",
                        "lighting 9 0 0 1 0 0",
                        "lighting 10 0 0 0 0 0",
                        "lighting 11 0 0 0 0 0");
        assertThat(lines(
                        "select concat_ws(' ', category_code, status, reports) from stat_stock where generation = ?1 and area = 'SE'"
                                + " order by category_code, status",
                        night.generation()))
                .containsExactly("lighting FIXED 1", "lighting NO_ACTION 1", "winter REPORTED 1");
        // 2 days 30 minutes until fixed count as 3; the other one was closed after 62 days.
        assertThat(lines(
                        "select concat_ws(' ', measure, reports, events, median_days, course) from stat_time where generation = ?1"
                                + " and area = '17' and category_code = 'lighting' and period = 2026 order by measure",
                        night.generation()))
                .containsExactly("ANSWER 2 2 1 1:1/0 2:1/0", "FIXED 2 1 2 2:1/0 62:0/1");
    }

    @Test
    void theDaysOfTheClockChangesAreWhole() {
        new Town(em)
                .add(
                        report(1, "1763", "other", "2026-03-28T22:59:59Z"),
                        report(2, "1763", "other", "2026-03-28T23:00:00Z"),
                        report(3, "1763", "other", "2026-03-29T21:59:59Z"),
                        report(4, "1763", "other", "2026-03-29T22:00:00Z"),
                        report(5, "1763", "other", "2026-10-24T21:59:59Z"),
                        report(6, "1763", "other", "2026-10-24T22:00:00Z"),
                        report(7, "1763", "other", "2026-10-25T22:59:59Z"),
                        report(8, "1763", "other", "2026-10-25T23:00:00Z"));
        Night night = Town.night(em, clock, null);
        assertThat(lines(
                        "select concat_ws(' ', day, reported) from stat_flow where generation = ?1 and area = 'SE' order by day",
                        night.generation()))
                .containsExactly(
                        "2026-03-28 1", "2026-03-29 2", "2026-03-30 1", "2026-10-24 1", "2026-10-25 2", "2026-10-26 1");
    }

    @Test
    void aStatusWithoutAHistoryCountsFromTheLastChangeOn() {
        new Town(em).add(report(1, "1763", "other", "2026-05-01T10:00:00Z"));
        Sql.run(em, "update report set status = 'FIXED', changed_at = '2026-05-11 09:00:00' where id = 1");
        Night night = Town.night(em, clock, null);
        assertThat(lines(
                        "select concat_ws(' ', day, reported, fixed) from stat_flow where generation = ?1 and area = '1763' order by day",
                        night.generation()))
                .containsExactly("2026-05-01 1 0", "2026-05-11 0 1");
        assertThat(lines(
                        "select concat_ws(' ', measure, course) from stat_time where generation = ?1 and area = '1763'"
                                + " and category_code = 'other' and period = 0 order by measure",
                        night.generation()))
                .containsExactly("ANSWER 9:0/1", "FIXED 10:1/0");
    }

    @Test
    void overdueIsWhatIsOpenWhenTheDayAfterItsDeadlineEnds() {
        Town town = new Town(em)
                .add(
                        report(1, "1763", "other", "2026-05-01T10:00:00Z"),
                        report(2, "1763", "other", "2026-05-01T10:00:00Z", becomes(FIXED, "2026-05-20T10:00:00Z")),
                        // On its last day, and on the day after: open neither when that ends.
                        report(3, "1763", "other", "2026-05-01T10:00:00Z", becomes(FIXED, "2026-05-11T10:00:00Z")),
                        report(4, "1763", "other", "2026-05-01T10:00:00Z", becomes(FIXED, "2026-05-12T10:00:00Z")),
                        // Reopened after its day.
                        report(
                                5,
                                "1763",
                                "other",
                                "2026-05-01T10:00:00Z",
                                becomes(FIXED, "2026-05-05T10:00:00Z"),
                                becomes(REPORTED, "2026-06-01T10:00:00Z"),
                                becomes(NO_ACTION, "2026-06-03T10:00:00Z")));
        Sql.run(em, "update report set solve_due_on = '2026-05-11'");
        town.add(
                report(6, "1763", "other", "2026-11-01T10:00:00Z"), report(7, "1763", "other", "2026-11-02T10:00:00Z"));
        // The last day of the figures is the 22nd.
        Sql.run(em, "update report set solve_due_on = '2026-11-22' where id = 6");
        Sql.run(em, "update report set solve_due_on = '2026-11-21' where id = 7");
        Night night = Town.night(em, clock, null);
        assertThat(lines(
                        "select concat_ws(' ', day, became_overdue, no_more_overdue) from stat_flow where generation = ?1"
                                + " and area = '1763' and became_overdue + no_more_overdue > 0 order by day",
                        night.generation()))
                .containsExactly(
                        "2026-05-12 2 0", "2026-05-20 0 1", "2026-06-01 1 0", "2026-06-03 0 1", "2026-11-22 1 0");
        assertThat(lines(
                        "select concat_ws(' ', status, reports, overdue) from stat_stock where generation = ?1 and area = '17' order by status",
                        night.generation()))
                .containsExactly("FIXED 3 0", "NO_ACTION 1 0", "REPORTED 3 2");
        assertThat(lines(
                        "select concat_ws(' ', month - 2026 * 12 + 1, open_at_end, overdue_at_end) from stat_month where generation = ?1"
                                + " and area = 'SE' and category_code = '*' and month - 2026 * 12 + 1 in (5, 6, 10, 11) order by month",
                        night.generation()))
                .containsExactly("5 1 1", "6 1 1", "10 1 1", "11 3 2");
    }

    @Test
    void isWhatAWalkThroughTheHistoriesGives() {
        List<Case> cases = Town.many(1_500, CUT_OFF, 61);
        new Town(em).add(cases);
        Night night = Town.night(em, clock, null);
        for (String area : List.of("1763", "0180", "17", "01", "SE")) {
            Predicate<Case> there =
                    one -> area.equals("SE") || one.municipality().startsWith(area);
            List<Case> counted = cases.stream()
                    .filter(there)
                    .filter(one -> one.confirmed().isBefore(CUT_OFF))
                    .toList();
            assertThat(lines(
                            "select concat_ws(' ', category_code, status, source, reports) from stat_stock where generation = ?1"
                                    + " and area = ?2",
                            night.generation(),
                            area))
                    .as("stock of %s", area)
                    .containsExactlyInAnyOrderElementsOf(stock(counted));
            assertThat(lines(
                            "select concat_ws(' ', month, sum(reported), sum(answered), sum(fixed), sum(closed), sum(reopened),"
                                    + " sum(open_at_end)) from stat_month where generation = ?1 and area = ?2 and category_code <> '*'"
                                    + " group by month order by month",
                            night.generation(),
                            area))
                    .as("months of %s", area)
                    .containsExactlyElementsOf(months(counted))
                    .isEqualTo(lines(
                            "select concat_ws(' ', month, reported, answered, fixed, closed, reopened, open_at_end)"
                                    + " from stat_month where generation = ?1 and area = ?2 and category_code = '*' order by month",
                            night.generation(),
                            area));
            for (int period : new int[] {0, 2025, 2026}) {
                for (String category : List.of("*", "litter")) {
                    assertThat(lines(
                                    "select concat_ws(' ', measure, course) from stat_time where generation = ?1 and area = ?2"
                                            + " and category_code = ?3 and period = ?4 order by measure",
                                    night.generation(),
                                    area,
                                    category,
                                    period))
                            .as("times of %s in %s, %d", category, area, period)
                            .containsExactly(
                                    "ANSWER " + course(counted, category, period, CountingIT::answer),
                                    "FIXED " + course(counted, category, period, CountingIT::fixed));
                }
            }
        }
        assertThat(lines(
                        "select concat_ws(' ', day, sum(reported), sum(answered), sum(fixed), sum(closed), sum(reopened)) from stat_flow"
                                + " where generation = ?1 and area = 'SE' group by day order by day",
                        night.generation()))
                .containsExactlyElementsOf(days(cases.stream()
                        .filter(one -> one.confirmed().isBefore(CUT_OFF))
                        .toList()));
    }

    private List<String> lines(String select, Object... parameters) {
        return Town.lines(em, select, parameters);
    }

    private static List<String> stock(List<Case> cases) {
        TreeMap<String, Integer> counts = new TreeMap<>();
        cases.forEach(one ->
                counts.merge(one.category() + " " + one.statusAt(CUT_OFF) + " " + one.source(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(row -> row.getKey() + " " + row.getValue())
                .toList();
    }

    private static List<String> days(List<Case> cases) {
        TreeMap<LocalDate, int[]> days = new TreeMap<>();
        happened(cases, (at, what) -> days.computeIfAbsent(
                        at.atZone(CutOff.SWEDEN).toLocalDate(), any -> new int[5])[what]++);
        return days.entrySet().stream()
                .map(day -> day.getKey() + " " + join(day.getValue()))
                .toList();
    }

    private static List<String> months(List<Case> cases) {
        TreeMap<YearMonth, int[]> months = new TreeMap<>();
        happened(cases, (at, what) -> months.computeIfAbsent(
                        YearMonth.from(at.atZone(CutOff.SWEDEN)), any -> new int[5])[what]++);
        List<String> rows = new ArrayList<>();
        int open = 0;
        for (YearMonth month = months.firstKey(); !month.isAfter(YearMonth.of(2026, 11)); month = month.plusMonths(1)) {
            int[] row = months.getOrDefault(month, new int[5]);
            open += row[0] + row[4] - row[2] - row[3];
            rows.add((month.getYear() * 12 + month.getMonthValue() - 1) + " " + join(row) + " " + open);
        }
        return rows;
    }

    private interface Happened {
        void at(Instant moment, int what);
    }

    /** 0 reported, 1 answered, 2 fixed, 3 closed, 4 reopened. */
    private static void happened(List<Case> cases, Happened happened) {
        for (Case one : cases) {
            happened.at(one.confirmed(), 0);
            StatusGroup group = StatusGroup.OPEN;
            boolean answered = false;
            for (Entry entry : before(one)) {
                if (entry.byAuthority() && !answered) {
                    happened.at(entry.at(), 1);
                    answered = true;
                }
                StatusGroup next =
                        entry.status() == null ? group : entry.status().group();
                if (next != group) {
                    happened.at(entry.at(), next == StatusGroup.FIXED ? 2 : next == StatusGroup.CLOSED ? 3 : 4);
                }
                group = next;
            }
        }
    }

    private static List<Entry> before(Case one) {
        return one.entries().stream()
                .filter(entry -> entry.at().isBefore(CUT_OFF))
                .toList();
    }

    private interface Measure {
        void of(Case one, Course course);
    }

    private static String course(List<Case> cases, String category, int period, Measure measure) {
        Course course = new Course();
        cases.stream()
                .filter(one -> category.equals("*") || one.category().equals(category))
                .filter(one -> period == 0
                        ? !one.confirmed().isBefore(Instant.parse("2025-11-22T23:00:00Z"))
                        : one.confirmed().atZone(CutOff.SWEDEN).getYear() == period)
                .forEach(one -> measure.of(one, course));
        return course.packed();
    }

    private static void answer(Case one, Course course) {
        Instant gone = null;
        for (Entry entry : before(one)) {
            if (entry.byAuthority()) {
                course.ended(begun(one, entry.at()), 1);
                return;
            }
            boolean left = entry.status() != null && entry.status().group() != StatusGroup.OPEN;
            gone = gone == null && left ? entry.at() : gone;
        }
        course.lost(whole(one, gone == null ? CUT_OFF : gone), 1);
    }

    private static void fixed(Case one, Course course) {
        Instant since = one.confirmed();
        ReportStatus status = ReportStatus.REPORTED;
        for (Entry entry : before(one)) {
            if (entry.status() != null) {
                since = entry.status().group() == status.group() ? since : entry.at();
                status = entry.status();
            }
        }
        switch (status.group()) {
            case FIXED -> course.ended(begun(one, since), 1);
            case CLOSED -> course.lost(whole(one, since), 1);
            case OPEN -> course.lost(whole(one, CUT_OFF), 1);
        }
    }

    private static int whole(Case one, Instant until) {
        return (int) Duration.between(one.confirmed(), until).toDays();
    }

    private static int begun(Case one, Instant until) {
        long millis = Duration.between(one.confirmed(), until).toMillis();
        return (int) Math.max(1, (millis + 86_399_999) / 86_400_000);
    }

    private static String join(int[] numbers) {
        StringBuilder text = new StringBuilder();
        for (int number : numbers) {
            text.append(text.isEmpty() ? "" : " ").append(number);
        }
        return text.toString();
    }
}
