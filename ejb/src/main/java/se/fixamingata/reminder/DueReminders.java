package se.fixamingata.reminder;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The rule: of which reports of some authorities who is to be reminded on a day. Written as a table in SQL, so that sending inserts from it
 * and the preview reads from it; a report is in it once for each recipient, and with none when there is nobody to tell.
 *
 * <p>Late is what has passed its day; once it is unsolved too late, it is of no interest whether it was answered. Nobody is reminded of what
 * the authority cannot know of (not delivered, hidden), while the reporter is asked, or while the authority is not live or has paused its
 * connection. What was sent on the same day does not count, so that a run that was broken off finds the rest as it was.
 */
final class DueReminders {

    /** The first parameter of the authorities' codes; those before are the rule's own, and {@link #OWN} on are for whoever reads from it. */
    private static final int CODES = 20;

    /** The first parameter that the rule leaves free. */
    static final int OWN = 10;

    private static final String LATE =
            """
            select r.id as report_id, r.authority_code, r.category_code, r.due_from, '%s' as kind, %s as due_on
              from report r
             where r.authority_code in (%s) and %s
               and r.visibility <> 'HIDDEN' and (r.due_paused_until is null or r.due_paused_until < ?1)
               and exists (select 1 from delivery v where v.report_id = r.id and v.authority_code = r.authority_code
                                                      and v.state in ('DELIVERED', 'HANDLED'))""";

    /** With how often and when it was reminded of before. */
    private static final String REMINDED =
            """
            select l.report_id, l.authority_code, l.category_code, l.due_from, l.kind, l.due_on,
                   coalesce(max(s.round), 0) as last_round, max(s.day) as last_day, coalesce(max(s.escalated), 0) as done
              from (%s) l
              left join reminder_sent s on s.report_id = l.report_id and s.authority_code = l.authority_code
                    and s.kind = l.kind and s.due_from = l.due_from and s.day < ?1
             group by l.report_id, l.authority_code, l.category_code, l.due_from, l.kind, l.due_on""";

    private static final String DUE =
            """
            select d.report_id, d.authority_code, d.category_code, d.due_from, d.kind, d.due_on, d.last_round + 1 as round,
                   d.last_round >= ?3 as escalated, coalesce(c.email, a.email) as office
              from (%s) d
              join authority a on a.code = d.authority_code and a.state = 'LIVE'
              left join integration i on i.authority_code = a.code
              left join category_recipient c on c.authority_code = d.authority_code and c.category_code = d.category_code
             where i.paused_at is null and not d.done and (d.last_day is null or d.last_day <= ?2)""";

    /** The office that gets the reports; the administrators when it has had its reminders, or when there is no such address. */
    private static final String RULE =
            """
            select t.report_id, t.authority_code, t.category_code, t.due_from, t.kind, t.due_on, t.round, t.escalated,
                   case when t.escalated or t.office is null then k.email else t.office end as recipient
              from (%s) t
              left join membership m on (t.escalated or t.office is null) and m.authority_code = t.authority_code
                    and m.role = 'ADMINISTRATOR' and (m.categories = '' or find_in_set(t.category_code, m.categories))
              left join account k on k.id = m.account_id""";

    private DueReminders() {}

    /** The rule as a table, for so many authorities: {@code report_id … recipient}. */
    static String sql(int authorities) {
        String codes = IntStream.range(CODES, CODES + authorities)
                .mapToObj(number -> "?" + number)
                .collect(Collectors.joining(", "));
        String late = LATE.formatted("SOLVE", "r.open_due_on", codes, "r.open_due_on < ?1")
                + " union all "
                + LATE.formatted(
                        "ANSWER", "r.open_answer_due_on", codes, "r.open_answer_due_on < ?1 and r.open_due_on >= ?1");
        return RULE.formatted(DUE.formatted(REMINDED.formatted(late)));
    }

    /**
     * A query that reads from it.
     *
     * @param sql with {@link #sql} in it, and parameters of its own from {@link #OWN} on
     */
    static Query query(EntityManager em, String sql, LocalDate day, ReminderSettings settings, List<String> codes) {
        Query query = em.createNativeQuery(sql)
                .setParameter(1, day.toString())
                .setParameter(
                        2, ReminderMorning.lastBefore(day, settings.every()).toString())
                .setParameter(3, settings.rounds());
        for (int i = 0; i < codes.size(); i++) {
            query.setParameter(CODES + i, codes.get(i));
        }
        return query;
    }
}
