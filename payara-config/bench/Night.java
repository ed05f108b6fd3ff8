import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A job of the night, three times: by what its runs' rows say, and with the server's heap meanwhile. */
final class Night {

    private static final int TIMES = 3;
    private static final long EVERY_MILLISECONDS = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(45);

    private final Connection database;
    private final Heap heap;
    private final String job;

    Night(Connection database, Heap heap, String job) {
        this.database = database;
        this.heap = heap;
        this.job = job;
    }

    /** What became of a run. */
    record Run(long id, String status, double seconds, long read, long written, long skipped, String reason) {

        boolean isDone() {
            return status.equals("COMPLETED");
        }
    }

    void measure() throws Exception {
        settle();
        for (int time = 1; time <= TIMES; time++) {
            Run[] run = new Run[1];
            Heap.Use use = heap.during(() -> run[0] = next());
            if (run[0] == null || !run[0].isDone()) {
                Table.wrong("Job %s, run %d: %s", job, time, run[0] == null ? "not over in " + PATIENCE.toMinutes() + " minutes"
                        : run[0].status + ": " + run[0].reason);
                return;
            }
            Table.say("Job %s, run %d: %.1f s, %,d read, %,d written, %,d skipped, %s.", job, time, run[0].seconds, run[0].read,
                    run[0].written, run[0].skipped, use);
        }
    }

    /** What the server began when it started is over, or nothing was. */
    void settle() throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (number("select count(*) from job_run where running is not null") > 0 && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(EVERY_MILLISECONDS);
        }
    }

    /** Gives the job's occasion back, so that it is caught up; null when the run is not over in time. */
    Run next() throws Exception {
        long last = number("select coalesce(max(id), 0) from job_run");
        try (Statement statement = database.createStatement()) {
            statement.executeUpdate("update job_run set planned_at = null where job = '" + job + "'");
            statement.executeUpdate("delete from job_occasion where job = '" + job + "'");
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(EVERY_MILLISECONDS);
            try (Statement statement = database.createStatement();
                    ResultSet row = statement.executeQuery("select id, status, timestampdiff(microsecond, started_at, ended_at) / 1e6,"
                            + " read_count, written_count, skipped_count, reason from job_run where job = '" + job + "' and id > " + last
                            + " and ended_at is not null")) {
                if (row.next()) {
                    return new Run(row.getLong(1), row.getString(2), row.getDouble(3), row.getLong(4), row.getLong(5), row.getLong(6),
                            row.getString(7));
                }
            }
        }
        return null;
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = database.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
