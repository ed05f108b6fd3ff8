package se.fixamingata.statistics;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import se.fixamingata.shared.SqlTime;

/**
 * One municipality's public reports up to a cut-off, in tables that only this transaction sees: {@code stat_state}, a row for each report,
 * how it stands and since when; and {@code stat_change}, a row for each time that one left or joined the open ones. What is counted is
 * counted from these.
 *
 * <p>The tables are temporary ones outside the database's log. Making them ends no transaction.
 */
final class Cases {

    /** What not everybody may read: of private categories, or hidden by a moderator. Few, and along an index. */
    private static final String UNLISTED = "create or replace temporary table stat_unlisted"
            + " (report_id bigint not null primary key) engine=aria transactional=0"
            + " select id as report_id from report force index (ix_report_municipality)"
            + " where municipality_code = ?1 and listed = 0 and confirmed_at < ?2";

    private static final String REPORTS = "create or replace temporary table stat_case"
            + " (report_id bigint not null primary key, category_code varchar(40) not null, source varchar(12) not null,"
            + " status varchar(20) not null, confirmed_at datetime(6) not null, changed_at datetime(6) not null, due_on date null)"
            + " engine=aria transactional=0"
            + " select id as report_id, category_code, source, status, confirmed_at, changed_at, solve_due_on as due_on"
            + " from report force index (ix_report_statistics) where municipality_code = ?1 and confirmed_at < ?2"
            + " and id not in (select report_id from stat_unlisted)";

    /** Every change of status, whenever it was, and every public word of the authority. */
    private static final String ENTRIES = "create or replace temporary table stat_entry"
            + " (report_id bigint not null, at datetime(6) not null, id bigint not null, status varchar(20) null,"
            + " answer boolean not null, primary key (report_id, at, id)) engine=aria transactional=0"
            + " select h.report_id, greatest(h.at, c.confirmed_at) as at, h.id, if(h.kind = 'STATUS', h.to_status, null) as status,"
            + " h.actor = 'AUTHORITY' and not h.internal as answer"
            + " from stat_case c straight_join history_entry h force index (ix_history_report) on h.report_id = c.report_id"
            + " where h.kind in ('STATUS', 'COMMENT', 'EXPECTED')";

    private static final String SET_ASIDE = "insert into stat_aside (generation, area, report_id, reason)"
            + " select ?1, ?2, report_id, 'status' from stat_entry where status is not null and %1$s is null group by report_id"
            + " union select ?1, ?2, report_id, 'status' from stat_case where %1$s is null"
            + " union select ?1, ?2, report_id, 'source' from stat_case where source not in (%2$s)"
            + " union select ?1, ?2, report_id, 'confirmed' from stat_case where confirmed_at < '1990-01-01'"
            + " on duplicate key update reason = stat_aside.reason";

    /** Where the history does not end in the report's own status: corrected by hand, or taken over without one. */
    private static final String CORRECTED = "insert into stat_entry (report_id, at, id, status, answer)"
            + " select c.report_id, greatest(c.changed_at, coalesce(last.at, c.confirmed_at)), 9223372036854775807, c.status, false"
            + " from stat_case c left join (select report_id, at, status from"
            + " (select report_id, at, status, row_number() over (partition by report_id order by at desc, id desc) as back"
            + " from stat_entry where status is not null) line where back = 1) last on last.report_id = c.report_id"
            + " where c.status <> coalesce(last.status, 'REPORTED')";

    private static final String CHANGES = "create or replace temporary table stat_change"
            + " (report_id bigint not null, at datetime(6) not null, status varchar(20) not null, came_from tinyint not null,"
            + " went_to tinyint not null, place int not null, last boolean not null,"
            + " primary key (report_id, place)) engine=aria transactional=0"
            + " select report_id, at, status, coalesce(lag(went_to) over line, 0) as came_from, went_to,"
            + " row_number() over line as place, lead(at) over line is null as last"
            + " from (select report_id, at, id, status, %s as went_to from stat_entry where status is not null and at < ?1) entry"
            + " window line as (partition by report_id order by at, id)";

    private static final String STATES = "create or replace temporary table stat_state"
            + " (report_id bigint not null primary key, category_code varchar(40) not null, source varchar(12) not null,"
            + " confirmed_at datetime(6) not null, status varchar(20) not null, state tinyint not null, since datetime(6) null,"
            + " left_at datetime(6) null, answered_at datetime(6) null, due_on date null) engine=aria transactional=0"
            + " select c.report_id, c.category_code, c.source, c.confirmed_at, coalesce(t.status, 'REPORTED') as status,"
            + " coalesce(t.state, 0) as state, t.since, t.left_at, a.answered_at, c.due_on from stat_case c"
            + " left join (select report_id, max(if(last, status, null)) as status, max(if(last, went_to, null)) as state,"
            + " max(if(came_from <> went_to, at, null)) as since,"
            + " min(if(came_from = 0 and went_to <> 0, at, null)) as left_at"
            + " from stat_change group by report_id) t on t.report_id = c.report_id"
            + " left join (select report_id, min(at) as answered_at from stat_entry where answer and at < ?1 group by report_id) a"
            + " on a.report_id = c.report_id";

    private final EntityManager em;
    private final Night night;
    private final String municipality;

    Cases(EntityManager em, Night night, String municipality) {
        this.em = em;
        this.night = night;
        this.municipality = municipality;
    }

    /** Makes the tables. */
    void gather() {
        String cutOff = SqlTime.text(night.cutOff());
        Sql.run(em, UNLISTED, municipality, cutOff);
        Sql.run(em, REPORTS, municipality, cutOff);
        Sql.run(em, ENTRIES);
        setAside();
        Sql.run(em, CORRECTED);
        Sql.run(em, CHANGES.formatted(Sql.group("status")), cutOff);
        Sql.run(em, STATES, cutOff);
    }

    private void setAside() {
        Sql.run(em, "delete from stat_aside where generation = ?1 and area = ?2", night.generation(), municipality);
        String find = SET_ASIDE.formatted(Sql.group("status"), Sql.sources());
        if (Sql.run(em, find, night.generation(), municipality) > 0) {
            for (String table : new String[] {"stat_case", "stat_entry"}) {
                Sql.run(
                        em,
                        "delete from " + table + " where report_id in"
                                + " (select report_id from stat_aside where generation = ?1 and area = ?2)",
                        night.generation(),
                        municipality);
            }
        }
    }

    /** Takes the tables away again, before the connection goes back to its pool. */
    void leave() {
        Sql.run(em, "drop temporary table if exists stat_unlisted, stat_case, stat_entry, stat_change, stat_state");
    }

    /** The day of the first report among them; the cut-off when there is none. */
    Instant first() {
        Object[] row = Sql.rows(em, "select min(" + SqlTime.micros("confirmed_at") + "), 0 from stat_case")
                .get(0);
        return row[0] == null ? night.cutOff() : SqlTime.instant(row[0]);
    }
}
