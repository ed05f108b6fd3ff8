package se.fixamingata.reminder;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what a planned mail tells of: three statements, however much that is. */
final class ReminderReading {

    /** What has been dealt with since it was planned is left out. */
    private static final String STILL =
            """
             from reminder_sent s join report r on r.id = s.report_id and r.authority_code = s.authority_code
               and r.due_from = s.due_from and r.visibility <> 'HIDDEN'
               and (case s.kind when 'SOLVE' then r.open_due_on else r.open_answer_due_on end) < s.day
               and (r.due_paused_until is null or r.due_paused_until < s.day)
             where s.digest_id = ?1""";

    private static final String COUNTS =
            "select s.authority_code, s.escalated, sum(s.kind = 'ANSWER'), sum(s.kind = 'SOLVE'),"
                    + " exists (select 1 from membership m join account k on k.id = m.account_id"
                    + " join reminder_digest g on g.id = ?1 and g.email = k.email where m.authority_code = s.authority_code) "
                    + STILL + " group by s.authority_code, s.escalated order by s.authority_code, s.escalated desc";

    private static final String LINES =
            "select * from (select s.authority_code, s.escalated, r.id, r.title, r.category_code,"
                    + " r.municipality_code, r.address, s.kind, s.round,"
                    + " cast(case s.kind when 'SOLVE' then r.open_due_on else r.open_answer_due_on end as char) as due_on,"
                    + " r.answered_at is null as silent, row_number() over (partition by s.authority_code, s.escalated order by"
                    + " case s.kind when 'SOLVE' then r.open_due_on else r.open_answer_due_on end, r.id) as place "
                    + STILL + ") x where x.place <= ?2 order by x.authority_code, x.escalated desc, x.place";

    private ReminderReading() {}

    /**
     * What one mail says of one authority.
     *
     * @param escalated whether it is what the reminders have not helped with
     * @param staff whether the recipient works there
     * @param lines the latest of them
     */
    record Part(
            String authorityCode, boolean escalated, long unanswered, long unsolved, boolean staff, List<Line> lines) {

        long total() {
            return unanswered + unsolved;
        }
    }

    /**
     * A report.
     *
     * @param round how many reminders this makes
     * @param silent whether nothing has been said in public
     */
    record Line(
            long reportId,
            String title,
            String categoryCode,
            String municipalityCode,
            String address,
            ReminderKind kind,
            int round,
            LocalDate dueOn,
            boolean silent) {

        /** From a row with these columns in this order from that place on. */
        static Line of(Object[] row, int from) {
            return new Line(
                    number(row[from]),
                    (String) row[from + 1],
                    (String) row[from + 2],
                    (String) row[from + 3],
                    (String) row[from + 4],
                    ReminderKind.valueOf((String) row[from + 5]),
                    (int) number(row[from + 6]),
                    LocalDate.parse((String) row[from + 7]),
                    flag(row[from + 8]));
        }
    }

    /** @param listed lines of each part */
    static List<Part> parts(EntityManager em, long digest, int listed) {
        Map<String, List<Line>> lines = new LinkedHashMap<>();
        rows(em.createNativeQuery(LINES)
                        .setParameter(1, digest)
                        .setParameter(2, listed)
                        .getResultList())
                .forEach(row -> lines.computeIfAbsent(key(row), any -> new ArrayList<>())
                        .add(Line.of(row, 2)));
        return rows(em.createNativeQuery(COUNTS).setParameter(1, digest).getResultList()).stream()
                .map(row -> new Part(
                        (String) row[0],
                        flag(row[1]),
                        number(row[2]),
                        number(row[3]),
                        flag(row[4]),
                        lines.getOrDefault(key(row), List.of())))
                .toList();
    }

    private static String key(Object[] row) {
        return row[0] + "/" + flag(row[1]);
    }

    @SuppressWarnings("unchecked")
    static List<Object[]> rows(List<?> found) {
        return (List<Object[]>) found;
    }

    static long number(Object value) {
        return ((Number) value).longValue();
    }

    static boolean flag(Object value) {
        return value instanceof Boolean bool ? bool : ((Number) value).intValue() != 0;
    }
}
