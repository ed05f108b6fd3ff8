package se.fixamingata.jobs.desk;

import se.fixamingata.jobs.JobParameters;
import se.fixamingata.jobs.RunStatus;
import se.fixamingata.jobs.StartedBy;
import se.fixamingata.shared.SqlTime;

/** Rows of runs, as they are listed: one that runs has its items from its parts. */
final class RunRows {

    private static final String SELECT =
            """
            select r.id, r.job, r.status, r.started_by, case when a.name = '' then a.email else a.name end, %s, r.parameters,
                   r.restart_of, %s, %s,
                   case when r.running is null then r.read_count
                     else coalesce((select sum(p.done) from job_progress p where p.run_id = r.id), 0) end,
                   case when r.running is null then r.written_count
                     else coalesce((select sum(p.written_count) from job_progress p where p.run_id = r.id), 0) end,
                   r.skipped_count, %s,
                   coalesce(r.reason, (select n.reason from job_note n where n.run_id = r.id and n.kind = 'FAILED'
                                        order by n.id limit 1)),
                   r.status in ('FAILED', 'STOPPED', 'LOST') and r.execution_id is not null
                     and not exists (select 1 from job_run n where n.job = r.job and n.started_at >= r.started_at
                                        and n.restart_of = r.id)
              from job_run r left join account a on a.id = r.account_id"""
                    .formatted(
                            SqlTime.micros("r.planned_at"),
                            SqlTime.micros("r.started_at"),
                            SqlTime.micros("r.ended_at"),
                            SqlTime.micros("r.hanging_since"));

    /** The last one of each job. */
    static final String LAST = SELECT + " where r.id in (select max(l.id) from job_run l group by l.job)";

    static final String ONE = SELECT + " where r.id = ?1";

    private RunRows() {}

    /** The newest first: so many, after so many, and of one job or all. */
    static String page(boolean ofOne) {
        return SELECT + (ofOne ? " where r.job = ?3" : "")
                + " order by r.started_at desc, r.id desc limit ?1 offset ?2";
    }

    static RunLine line(Object[] row) {
        return new RunLine(
                number(row[0]),
                (String) row[1],
                RunStatus.valueOf((String) row[2]),
                StartedBy.valueOf((String) row[3]),
                (String) row[4],
                SqlTime.instant(row[5]),
                JobParameters.read((String) row[6]),
                row[7] == null ? null : (Long) number(row[7]),
                SqlTime.instant(row[8]),
                SqlTime.instant(row[9]),
                number(row[10]),
                number(row[11]),
                number(row[12]),
                SqlTime.instant(row[13]),
                (String) row[14],
                row[15] instanceof Boolean yes ? yes : number(row[15]) == 1);
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
