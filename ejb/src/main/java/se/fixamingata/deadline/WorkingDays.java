package se.fixamingata.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import se.fixamingata.calendar.WorkingCalendar;
import se.fixamingata.shared.SqlTime;

/** The calendar as a table ({@code working_day}), so that SQL can count working days of many reports at once. */
@ApplicationScoped
public class WorkingDays {

    /** First and last day of the table: before the oldest report, and longer than any deadline after the youngest. */
    static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    static final LocalDate LAST = LocalDate.of(2074, 12, 31);

    /** Rows of one statement. */
    private static final int PORTION = 1000;

    private static final WorkingCalendar CALENDAR = WorkingCalendar.ofSweden();

    @Inject
    EntityManager em;

    /** For the container. */
    public WorkingDays() {}

    /** For tests. */
    public WorkingDays(EntityManager em) {
        this.em = em;
    }

    /**
     * Writes the days unless the table has them just so; when the calendar changes, the table does at the next start. Needs a transaction; two
     * servers at once write the same.
     *
     * @return whether anything was written
     */
    public boolean fill() {
        List<Row> rows = rows();
        if (isThere(rows)) {
            return false;
        }
        for (int from = 0; from < rows.size(); from += PORTION) {
            List<Row> portion = rows.subList(from, Math.min(rows.size(), from + PORTION));
            em.createNativeQuery(
                            "insert into working_day (day, working, number, ends_at) values "
                                    + portion.stream().map(Row::sql).collect(Collectors.joining(", "))
                                    + " on duplicate key update working = values(working), number = values(number), ends_at = values(ends_at)")
                    .executeUpdate();
        }
        return true;
    }

    private boolean isThere(List<Row> rows) {
        Object[] found = (Object[]) em.createNativeQuery(
                        "select count(*), coalesce(sum(number), 0), coalesce(sum(working), 0) from working_day")
                .getSingleResult();
        return number(found[0]) == rows.size()
                && number(found[1]) == rows.stream().mapToLong(Row::number).sum()
                && number(found[2]) == rows.stream().filter(Row::working).count();
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    private static List<Row> rows() {
        int[] number = {0};
        return FIRST.datesUntil(LAST.plusDays(1))
                .map(day -> {
                    boolean working = CALENDAR.isWorking(day);
                    number[0] += working ? 1 : 0;
                    return new Row(day, working, number[0]);
                })
                .toList();
    }

    private record Row(LocalDate day, boolean working, int number) {

        /** Made of our own dates and numbers. */
        String sql() {
            return "('" + day + "', " + working + ", " + number + ", '"
                    + SqlTime.text(
                            day.plusDays(1).atStartOfDay(WorkingCalendar.ZONE).toInstant()) + "')";
        }
    }
}
