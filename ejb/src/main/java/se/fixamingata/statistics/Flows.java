package se.fixamingata.statistics;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;

/** Counts what {@link Cases} has gathered: what happened on which day, how it stands, and both by month. */
final class Flows {

    private static final String FLOWS =
            "insert into stat_flow (generation, area, category_code, day, source, reported, answered,"
                    + " fixed, closed, reopened, became_overdue, no_more_overdue)"
                    // When each was among the open ones, by days; until_day is null for those that are.
                    + " with was_open as (select category_code, source, due_on, %1$s as since, %2$s as until_day from stat_state"
                    + " union all select s.category_code, s.source, s.due_on, %3$s, %4$s from (select report_id, at, went_to,"
                    + " lead(at) over (partition by report_id order by place) as next from stat_change where came_from <> went_to) c"
                    + " join stat_state s on s.report_id = c.report_id where c.went_to = 0),"
                    + " late as (select category_code, source, greatest(since, due_on + interval 1 day) as since, until_day from was_open"
                    + " where due_on is not null and greatest(since, due_on + interval 1 day) < coalesce(until_day, ?3))"
                    + " select ?1, ?2, category_code, day, source, sum(reported), sum(answered), sum(fixed), sum(closed), sum(reopened),"
                    + " sum(became), sum(no_more)"
                    + " from (select category_code, source, %1$s as day, 1 as reported, 0 as answered, 0 as fixed, 0 as closed, 0 as reopened,"
                    + " 0 as became, 0 as no_more from stat_state"
                    + " union all select category_code, source, %5$s, 0, 1, 0, 0, 0, 0, 0 from stat_state where answered_at is not null"
                    + " union all select s.category_code, s.source, %3$s, 0, 0, c.went_to = 1, c.went_to = 2, c.came_from <> 0, 0, 0"
                    + " from stat_change c join stat_state s on s.report_id = c.report_id where c.came_from <> c.went_to"
                    + " union all select category_code, source, since, 0, 0, 0, 0, 0, 1, 0 from late"
                    + " union all select category_code, source, until_day, 0, 0, 0, 0, 0, 0, 1 from late where until_day is not null) happened"
                    + " group by category_code, day, source";

    private static final String STOCK =
            "insert into stat_stock (generation, area, category_code, status, source, reports, overdue)"
                    + " select ?1, ?2, category_code, status, source, count(*), coalesce(sum(state = 0 and due_on < ?3), 0) from stat_state"
                    + " group by category_code, status, source";

    /** A row for every month from the category's first one on: what is open at the end of a quiet month is known too. */
    private static final String MONTHS =
            "insert into stat_month (generation, area, category_code, month, reported, answered, fixed,"
                    + " closed, reopened, open_at_end, overdue_at_end)"
                    + " with recursive month (number) as (select ?3 union all select number + 1 from month where number < ?4),"
                    + " flow as (select category_code, year(day) * 12 + month(day) - 1 as number, sum(reported) as reported,"
                    + " sum(answered) as answered, sum(fixed) as fixed, sum(closed) as closed, sum(reopened) as reopened,"
                    + " sum(became_overdue) as became_overdue, sum(no_more_overdue) as no_more_overdue"
                    + " from stat_flow where generation = ?1 and area = ?2 group by category_code, number),"
                    + " category as (select category_code, min(number) as first from flow group by category_code)"
                    + " select ?1, ?2, category.category_code, month.number, coalesce(reported, 0), coalesce(answered, 0), coalesce(fixed, 0),"
                    + " coalesce(closed, 0), coalesce(reopened, 0), sum(coalesce(reported + reopened - fixed - closed, 0)) over line,"
                    + " sum(coalesce(became_overdue - no_more_overdue, 0)) over line"
                    + " from category join month on month.number >= category.first"
                    + " left join flow on flow.category_code = category.category_code and flow.number = month.number"
                    + " window line as (partition by category.category_code order by month.number)";

    private static final String ALL_CATEGORIES =
            "insert into stat_month (generation, area, category_code, month, reported, answered,"
                    + " fixed, closed, reopened, open_at_end, overdue_at_end)"
                    + " select generation, area, '*', month, sum(reported), sum(answered), sum(fixed), sum(closed), sum(reopened),"
                    + " sum(open_at_end), sum(overdue_at_end) from stat_month where generation = ?1 and area = ?2 group by generation, area, month";

    private final EntityManager em;
    private final Night night;
    private final String municipality;

    Flows(EntityManager em, Night night, String municipality) {
        this.em = em;
        this.night = night;
        this.municipality = municipality;
    }

    /** Replaces the municipality's rows of this generation. */
    void write(SwedishDays days, LocalDate first) {
        for (String table : new String[] {"stat_flow", "stat_stock", "stat_month"}) {
            run("delete from " + table + " where generation = ?1 and area = ?2");
        }
        LocalDate last = CutOff.lastDay(night.cutOff());
        Sql.run(
                em,
                FLOWS.formatted(
                        days.of("confirmed_at"),
                        days.of("left_at"),
                        days.of("c.at"),
                        days.of("c.next"),
                        days.of("answered_at")),
                night.generation(),
                municipality,
                last.plusDays(1).toString());
        Sql.run(em, STOCK, night.generation(), municipality, last.toString());
        Sql.run(em, MONTHS, night.generation(), municipality, month(first), month(last));
        run(ALL_CATEGORIES);
    }

    private void run(String statement) {
        Sql.run(em, statement, night.generation(), municipality);
    }

    /** As {@code stat_month} counts months. */
    static int month(LocalDate day) {
        return day.getYear() * 12 + day.getMonthValue() - 1;
    }
}
