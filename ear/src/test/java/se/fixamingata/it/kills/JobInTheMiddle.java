package se.fixamingata.it.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import se.fixamingata.it.Resident;
import se.fixamingata.it.Staff;

/**
 * A job that is certainly in its middle when the server dies: it deletes two hundred reports that nobody confirmed, fifty at a time, and
 * waits for one of the second fifty, which is locked here.
 */
final class JobInTheMiddle implements AutoCloseable {

    private static final long FIRST = 991_000;
    private static final int REPORTS = 200;
    private static final int CHUNK = 50;

    private final Connection database;
    private final Connection holding;
    private long run;

    JobInTheMiddle(Connection database, Connection holding) {
        this.database = database;
        this.holding = holding;
    }

    /** Starts it on the operator's page, and waits until it waits. */
    void begin() throws SQLException {
        execute(
                database,
                "insert into report (id, municipality_code, authority_code, category_code, status, visibility, listed, title,"
                        + " description, lat, lon, cell, reporter_name, reporter_email, show_name, language, source,"
                        + " submitted_at, changed_at, version) select " + FIRST
                        + " + seq, '1763', '1763', 'lighting', 'UNCONFIRMED', 'PUBLIC', false, 'Aldrig bekräftad',"
                        + " 'Blinkar', 59.5, 13.5, 1, 'Kim', 'kim@example.org', false, 'sv', 'WEB',"
                        + " utc_timestamp(6) - interval 400 day, utc_timestamp(6), 0 from seq_1_to_" + REPORTS);
        holding.setAutoCommit(false);
        execute(holding, "update report set version = 1 where id = " + (FIRST + CHUNK + CHUNK / 2));
        Resident operator = Staff.operator().signedIn();
        operator.get("/drift/jobb");
        assertThat(operator.post("/drift/jobb", Map.of("action", "start", "job", "delete-unconfirmed-reports"))
                        .headers()
                        .firstValue("location"))
                .hasValueSatisfying(answer -> assertThat(answer).endsWith("?svar=startad"));
        Awaitility.await("the first chunk")
                .atMost(Duration.ofSeconds(60))
                .until(() -> number("select coalesce(sum(done), 0) from job_progress where run_id ="
                                + " (select max(id) from job_run where job = 'delete-unconfirmed-reports')")
                        >= CHUNK);
        run = number("select max(id) from job_run where job = 'delete-unconfirmed-reports'");
    }

    /** The server has died and come back: nobody holds anything any more. */
    void letGo() throws SQLException {
        holding.rollback();
    }

    /** It was settled, and finished from where it was, by itself. */
    void awaitEnd() throws SQLException {
        Awaitility.await("the job's end")
                .atMost(Duration.ofSeconds(120))
                .until(() ->
                        number("select count(*) from job_run where status = 'COMPLETED' and restart_of = " + run) == 1);
        assertThat(text("select concat_ws(' ', status, read_count) from job_run where id = " + run))
                .isEqualTo("LOST " + CHUNK);
        assertThat(text("select concat_ws(' ', started_by, read_count) from job_run where restart_of = " + run))
                .as("nothing is done twice")
                .isEqualTo("SETTLING " + (REPORTS - CHUNK));
        assertThat(number("select count(*) from report where id between " + FIRST + " and " + (FIRST + REPORTS)))
                .isZero();
        assertThat(text("select group_concat(b.batchstatus order by b.jobexecid) from job_run r"
                        + " join fixamingata_batch.batch_EXECUTIONINSTANCEDATA b on b.jobexecid = r.execution_id where "
                        + run + " in (r.id, r.restart_of)"))
                .isEqualTo("FAILED,COMPLETED");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        return Long.parseLong(text(sql));
    }

    private String text(String sql) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    @Override
    public void close() throws SQLException {
        try (database;
                holding) {
            execute(database, "delete from report where id between " + FIRST + " and " + (FIRST + REPORTS));
        }
    }
}
