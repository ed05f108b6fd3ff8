package se.fixamingata.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import se.fixamingata.shared.SqlTime;

/** All figures of one municipality, written anew into the generation that is being built, in the caller's transaction. */
@ApplicationScoped
class MunicipalityFigures {

    /** Months that have begun since: nothing is known of them but what was open. */
    private static final String LATER_MONTHS =
            "insert into stat_month (generation, area, category_code, month, reported, answered,"
                    + " fixed, closed, reopened, open_at_end, overdue_at_end)"
                    + " with recursive month (number) as (select (select max(month) from stat_month where generation = ?1 and area = ?2)"
                    + " union all select number + 1 from month where number < ?3)"
                    + " select ?1, ?2, last.category_code, month.number, 0, 0, 0, 0, 0, last.open_at_end, last.overdue_at_end"
                    + " from stat_month last join month on month.number > last.month where last.generation = ?1 and last.area = ?2"
                    + " and last.month = (select max(month) from stat_month where generation = ?1 and area = ?2)";

    private static final String[] TABLES = {"stat_flow", "stat_stock", "stat_month", "stat_time"};

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    /** For the container. */
    MunicipalityFigures() {}

    /** For tests. */
    MunicipalityFigures(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    /** Counts it. Doing it again, in whatever state another attempt has left the rows, gives the same rows. */
    void count(Night night, String municipality) {
        // The first statement, and the row stays locked: a second one that counts the same waits, and then does the
        // same once more.
        note(night, municipality, false, null);
        Cases cases = new Cases(em, night, municipality);
        cases.gather();
        Instant first = cases.first();
        SwedishDays days = new SwedishDays(first, night.cutOff());
        new Flows(em, night, municipality)
                .write(days, first.atZone(CutOff.SWEDEN).toLocalDate());
        Times.ofCases(em, night, days).write(em, night, municipality);
        Sql.run(
                em,
                "update stat_area set reports = (select count(*) from stat_case),"
                        + " number_sum = (select coalesce(sum(report_id), 0) from stat_case) where generation = ?1 and area = ?2",
                night.generation(),
                municipality);
        cases.leave();
    }

    /** What could not be counted keeps the figures of the night before, which say so; without one it has none. */
    void keepOld(Night night, int before, String municipality, String reason) {
        note(night, municipality, true, reason);
        for (String table : TABLES) {
            Sql.run(
                    em,
                    "delete from " + table + " where generation = ?1 and area = ?2",
                    night.generation(),
                    municipality);
            Sql.run(
                    em,
                    "insert into " + table + " select " + columns(table) + " from " + table
                            + " where generation = ?2 and area = ?3",
                    night.generation(),
                    before,
                    municipality);
        }
        Sql.run(em, LATER_MONTHS, night.generation(), municipality, Flows.month(CutOff.lastDay(night.cutOff())));
        Sql.run(
                em,
                "update stat_area now join stat_area old on old.generation = ?1 and old.area = now.area"
                        + " set now.reports = old.reports, now.number_sum = old.number_sum"
                        + " where now.generation = ?2 and now.area = ?3",
                before,
                night.generation(),
                municipality);
    }

    /** All columns of the table in their order, with the new generation for the old one. */
    private String columns(String table) {
        return "?1, "
                + String.join(
                        ", ",
                        Sql.texts(
                                em,
                                "select column_name from information_schema.columns where table_schema = database()"
                                        + " and table_name = ?1 and column_name <> 'generation' order by ordinal_position",
                                table));
    }

    private void note(Night night, String municipality, boolean stale, String reason) {
        Sql.run(
                em,
                "insert into stat_area (generation, area, reports, number_sum, stale, reason, built_at)"
                        + " values (?1, ?2, 0, 0, ?3, ?4, ?5) on duplicate key update reports = 0, number_sum = 0,"
                        + " stale = values(stale), reason = values(reason), built_at = values(built_at)",
                night.generation(),
                municipality,
                stale,
                reason,
                SqlTime.text(clock.instant()));
    }
}
