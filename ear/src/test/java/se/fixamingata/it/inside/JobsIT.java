package se.fixamingata.it.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.fixamingata.jobs.JobLeases;
import se.fixamingata.jobs.JobStart;
import se.fixamingata.jobs.Jobs;
import se.fixamingata.reminder.ReminderMorning;

/** The batch runtime with its store in MariaDB, the job from start to end, and the lease that one server gets. */
@ExtendWith(ArquillianExtension.class)
public class JobsIT {

    private static final String JOB = "delete-unconfirmed-reports";

    private static final String STATISTICS = "statistics";

    private static final String REMINDERS = "deadline-reminders";

    private static final String QUESTIONS = "fixed-questions";
    private static final String RETENTION = "retention";

    private static final String DIGESTS = "digests";

    private static final String LETTERS = "monthly-letters";

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    @Inject
    Jobs jobs;

    @Inject
    JobLeases leases;

    @Resource(lookup = "jdbc/fixamingata")
    DataSource database;

    @Deployment
    public static EnterpriseArchive application() {
        EnterpriseArchive ear = ApplicationUnderTest.with(JobsIT.class);
        ApplicationUnderTest.listening(ear, STATISTICS, EndOfJob.class);
        ApplicationUnderTest.listening(ear, REMINDERS, EndOfJob.class);
        ApplicationUnderTest.listening(ear, QUESTIONS, EndOfJob.class);
        ApplicationUnderTest.listening(ear, RETENTION, EndOfJob.class);
        ApplicationUnderTest.listening(ear, DIGESTS, EndOfJob.class);
        ApplicationUnderTest.listening(ear, LETTERS, EndOfJob.class);
        return ApplicationUnderTest.listening(ear, JOB, EndOfJob.class);
    }

    @Test
    void deletesWhatNobodyConfirmedInTimeAndNothingElse() throws Exception {
        testTown();
        execute("delete from report where municipality_code = '9999'");
        execute(report(990_001, "UNCONFIRMED", 31));
        execute(report(990_002, "UNCONFIRMED", 29));
        execute(report(990_003, "REPORTED", 400));

        JobStart.Started started = assertInstanceOf(JobStart.Started.class, jobs.start(JOB, Map.of()));
        long execution = started.executionId();

        assertTrue(EndOfJob.await(execution), "it ends");
        // The store is the container's own schema; ours knows nothing of it.
        assertEquals(
                "delete-reports COMPLETED, delete-leftovers COMPLETED",
                stored("select group_concat(stepname, ' ', batchstatus order by stepexecid separator ', ')"
                        + " from fixamingata_batch.batch_STEPEXECUTIONINSTANCEDATA where jobexecid = " + execution));
        assertEquals("990002,990003", reports());
        assertEquals(
                "COMPLETED 1 1 0 1",
                stored("select concat_ws(' ', status, read_count, written_count, skipped_count, running is null)"
                        + " from job_run where id = " + started.runId()));
    }

    @Test
    void countsTheNightInTwoHalvesAndPublishesItAtOnce() throws Exception {
        testTown();
        execute("delete from report where municipality_code = '9999'");
        execute(report(990_011, "REPORTED", 400));
        execute(report(990_012, "FIXED", 400));
        execute(
                "update report set listed = true, confirmed_at = submitted_at, changed_at = submitted_at + interval 9 day"
                        + " where id in (990011, 990012)");
        String cutOff = stored("select date_format(utc_timestamp() - interval 1 minute, '%Y-%m-%dT%H:%i:%sZ')");

        JobStart.Started started =
                assertInstanceOf(JobStart.Started.class, jobs.start(STATISTICS, Map.of("cutOff", cutOff)));

        assertTrue(EndOfJob.await(started.executionId()), "it ends");
        assertEquals(
                "COMPLETED 0",
                stored("select concat_ws(' ', status, skipped_count) from job_run where id = " + started.runId()));
        assertEquals(
                stored("select concat_ws(' ', 0, 1, count(*)) from municipality"),
                stored(
                        "select concat_ws(' ', min(part), max(part), sum(done)) from job_progress where step = 'count' and run_id = "
                                + started.runId()));
        String night = stored("select max(generation) from stat_night where published_at is not null");
        // What other tests have left behind may be unfit to be counted, and is then listed.
        assertEquals(
                stored("select count(*) from report join stat_night on generation = " + night
                        + " where confirmed_at < cut_off and listed"),
                stored("select reports + (select count(*) from stat_aside where stat_aside.generation = " + night
                        + ") from stat_night where generation = " + night));
        assertEquals(
                "FIXED 1,REPORTED 1",
                stored(
                        "select group_concat(status, ' ', reports order by status) from stat_stock where area = '9999' and generation = "
                                + night));
        assertEquals(
                "2 1 9",
                stored(
                        "select concat_ws(' ', reports, events, median_days) from stat_time where area = '99' and category_code = '*'"
                                + " and measure = 'FIXED' and period > 0 and generation = " + night));
    }

    @Test
    void remindsOnceOfWhatIsLateAndNeverOnADayOff() throws Exception {
        testTown();
        execute("delete from report where municipality_code = '9999'");
        execute("delete from reminder_digest where email = 'gata@testkoping.example'");
        execute("delete from notification where recipient = 'gata@testkoping.example'");
        execute("update authority set state = 'LIVE', email = 'gata@testkoping.example' where code = '9999'");
        execute(report(990_021, "REPORTED", 100));
        execute(
                "update report set confirmed_at = submitted_at, due_from = submitted_at, answer_due_on = due_from + interval 7 day,"
                        + " solve_due_on = due_from + interval 42 day where id = 990021");
        execute(
                "insert into delivery (id, report_id, authority_code, channel, state, attempts, created_at, next_attempt_at,"
                        + " message_id, version) values (990021, 990021, '9999', 'MAIL', 'DELIVERED', 1, utc_timestamp(6),"
                        + " utc_timestamp(6), '<990021>', 1)");
        String expected = ReminderMorning.at(Instant.now()).isPresent() ? "1 1" : "0 0";

        for (int again = 0; again < 2; again++) {
            JobStart.Started started = assertInstanceOf(JobStart.Started.class, jobs.start(REMINDERS, Map.of()));
            assertTrue(EndOfJob.await(started.executionId()), "it ends");
            assertEquals(
                    "COMPLETED 0",
                    stored("select concat_ws(' ', status, skipped_count) from job_run where id = " + started.runId()));
            assertEquals(
                    expected,
                    stored("select concat_ws(' ', (select count(*) from reminder_sent where report_id = 990021),"
                            + " (select count(*) from notification where recipient = 'gata@testkoping.example'))"));
        }
        execute("update authority set state = 'DEFAULT', email = null where code = '9999'");
    }

    @Test
    void asksOnceWhetherItIsFixed() throws Exception {
        testTown();
        execute("delete from report where municipality_code = '9999'");
        execute(report(990_031, "FIXED", 5));
        execute("update report set confirmed_at = submitted_at, due_stopped_on = date(submitted_at) where id = 990031");

        for (int again = 0; again < 2; again++) {
            JobStart.Started started = assertInstanceOf(JobStart.Started.class, jobs.start(QUESTIONS, Map.of()));
            assertTrue(EndOfJob.await(started.executionId()), "it ends");
            assertEquals("COMPLETED", stored("select status from job_run where id = " + started.runId()));
            assertEquals(
                    "FIXED FIXED_QUESTION kim@example.org",
                    stored(
                            "select group_concat(concat_ws(' ', cause, kind, recipient)) from question_asked q join notification n"
                                    + " on n.report_id = q.report_id where q.report_id = 990031"));
        }
    }

    @Test
    void plansOneMailOfTheDayForWhoeverSubscribes() throws Exception {
        testTown();
        execute("delete from report where municipality_code = '9999'");
        execute("delete from subscription where municipality_code = '9999'");
        execute("delete from digest_run");
        Instant midnight = LocalDate.now(STOCKHOLM).atStartOfDay(STOCKHOLM).toInstant();
        execute(report(990_041, "REPORTED", 1));
        execute("update report set listed = true, confirmed_at = submitted_at where id = 990041");
        execute("insert into area_news (id, report_id, kind, at, state, municipality_code, category_code, lat, lon)"
                + " values (next value for inner_number, 990041, 'NEW', '"
                + midnight.minusSeconds(3600).toString().replace('T', ' ').replace("Z", "")
                + "', 'DONE', '9999', 'lighting', 59, 15)");
        execute("insert into subscription (id, kind, email, language, state, frequency, area, municipality_code,"
                + " created_at, version) values (next value for inner_number, 'MUNICIPALITY', 'sam@example.org', 'sv',"
                + " 'ACTIVE', 'DAILY', 'm/9999', '9999', utc_timestamp(6) - interval 9 day, 0)");

        JobStart.Started started =
                assertInstanceOf(JobStart.Started.class, jobs.start(DIGESTS, Map.of("cutOff", midnight.toString())));

        assertTrue(EndOfJob.await(started.executionId()), "it ends");
        assertEquals(
                "COMPLETED 0",
                stored("select concat_ws(' ', status, skipped_count) from job_run where id = " + started.runId()));
        assertEquals(
                "DAILY PLANNED 990041",
                stored("select concat_ws(' ', d.frequency, d.state, regexp_substr(d.content, '990041'))"
                        + " from digest d join notification n on n.subject_id = d.id and n.kind = 'DIGEST'"
                        + " where d.email = 'sam@example.org'"));
    }

    @Test
    void forgetsThePeopleOfWhatIsClosedSinceLongWarnsAndErasesAccountsAndProvesIt() throws Exception {
        testTown();
        execute("delete from report where municipality_code = '9999'");
        execute("delete from account where id in (990101, 990102)");
        execute("delete from notification where kind = 'ACCOUNT_UNUSED' and subject_id in (990101, 990102)");
        execute("delete from audit_entry where action = 'account.erased' and subject = 'account:990102'");
        execute(report(990_021, "FIXED", 400));
        execute(report(990_022, "FIXED", 400));
        execute(report(990_023, "REPORTED", 400));
        execute("update report set due_stopped_on = utc_date() - interval 100 day where id = 990021");
        execute("update report set due_stopped_on = utc_date() - interval 50 day where id = 990022");
        execute(account(990_101, 400, "null"));
        execute(account(990_102, 450, "utc_timestamp(6) - interval 40 day"));
        String cutOff = stored("select date_format(utc_timestamp() - interval 1 minute, '%Y-%m-%dT%H:%i:%sZ')");

        JobStart.Started started =
                assertInstanceOf(JobStart.Started.class, jobs.start(RETENTION, Map.of("cutOff", cutOff)));

        assertTrue(EndOfJob.await(started.executionId()), "it ends");
        assertEquals(
                "COMPLETED 0",
                stored("select concat_ws(' ', status, skipped_count) from job_run where id = " + started.runId()));
        assertEquals(
                "990021 -,990022 kim@example.org,990023 kim@example.org",
                stored("select group_concat(id, ' ', ifnull(reporter_email, '-') order by id) from report"
                        + " where municipality_code = '9999'"));
        assertEquals(
                "990101 1",
                stored("select concat_ws(' ', id, warned_at is not null) from account"
                        + " where id in (990101, 990102)"));
        assertEquals(
                "1", stored("select count(*) from notification where kind = 'ACCOUNT_UNUSED' and subject_id = 990101"));
        assertEquals(
                "system",
                stored("select actor from audit_entry where action = 'account.erased'"
                        + " and subject = 'account:990102'"));
        // One line for each rule that has taken something, and it has all of it.
        assertEquals("0", stored("select count(*) from retention_tally where proved < taken"));
        assertEquals(
                "retention:account,retention:account-warning,retention:report",
                stored(
                        "select group_concat(distinct subject order by subject) from audit_entry where action = 'retention.taken'"
                                + " and subject in ('retention:report', 'retention:account', 'retention:account-warning')"));
        execute("delete from account where id = 990101");
    }

    @Test
    void writesOnceOfTheMonthThatIsCountedAndNeverOfOneThatIsNot() throws Exception {
        testTown();
        execute("delete from report where municipality_code = '9999'");
        execute("delete from account where id = 990111");
        execute("delete from notification where recipient = 'gallras990111@example.org'");
        execute("update authority set state = 'LIVE' where code = '9999'");
        execute(account(990_111, 1, "null"));
        execute("insert into membership (id, account_id, authority_code, role, categories, created_at)"
                + " values (990111, 990111, '9999', 'ADMINISTRATOR', '', utc_timestamp(6))");
        Instant midnight = LocalDate.now(STOCKHOLM).atStartOfDay(STOCKHOLM).toInstant();
        JobStart.Started night =
                assertInstanceOf(JobStart.Started.class, jobs.start(STATISTICS, Map.of("cutOff", midnight.toString())));
        assertTrue(EndOfJob.await(night.executionId()), "it ends");

        for (int again = 0; again < 2; again++) {
            JobStart.Started started = assertInstanceOf(
                    JobStart.Started.class, jobs.start(LETTERS, Map.of("cutOff", midnight.toString())));
            assertTrue(EndOfJob.await(started.executionId()), "it ends");
            assertEquals(
                    "COMPLETED 0",
                    stored("select concat_ws(' ', status, skipped_count) from job_run where id = " + started.runId()));
            assertEquals(
                    "1 MONTHLY_LETTER",
                    stored("select concat_ws(' ', count(*), min(n.kind)) from notification n join monthly_letter l"
                            + " on l.id = n.subject_id and l.municipality_code = '9999'"
                            + " where n.recipient = 'gallras990111@example.org'"));
        }
        String nextYear = midnight.plus(Duration.ofDays(400)).toString();
        JobStart.Started early =
                assertInstanceOf(JobStart.Started.class, jobs.start(LETTERS, Map.of("cutOff", nextYear)));
        assertTrue(EndOfJob.await(early.executionId()), "it ends");
        assertEquals(
                "FAILED 1",
                stored(
                        "select concat_ws(' ', status, (select min(reason) like '%No figures hold all of %' from job_note"
                                + " where run_id = job_run.id and kind = 'FAILED')) from job_run where id = "
                                + early.runId()));
        execute("delete from account where id = 990111");
        execute("update authority set state = 'DEFAULT' where code = '9999'");
    }

    private static String account(long id, int daysUnused, String warned) {
        return "insert into account (id, email, name, language, operator, failed_attempts, created_at, last_seen_at, warned_at,"
                + " version) values (" + id + ", 'gallras" + id + "@example.org', '', 'sv', false, 0, '2020-01-01',"
                + " utc_timestamp(6) - interval " + daysUnused + " day, " + warned + ", 1)";
    }

    @Test
    void onlyOneServerStartsAJob() {
        String name = "test/" + UUID.randomUUID();
        assertTrue(leases.acquire(name, Duration.ofMinutes(1)));
        assertFalse(leases.acquire(name, Duration.ofMinutes(1)));
        leases.release(name);
        assertTrue(leases.acquire(name, Duration.ofMinutes(1)));
    }

    private void testTown() throws SQLException {
        execute("insert ignore into municipality (code, name, slug, county_code, county, lat, lon)"
                + " values ('9999', 'Testköping', 'testkoping', '99', 'Testlän', 59, 15)");
        execute("insert ignore into authority (code, kind, state, slug, name, changed_at, version)"
                + " values ('9999', 'MUNICIPALITY', 'DEFAULT', 'testkoping', 'Testköping', utc_timestamp(6), 0)");
    }

    private static String report(long id, String status, int daysOld) {
        return "insert into report (id, municipality_code, authority_code, category_code, status, visibility, listed, title,"
                + " description, lat, lon, cell, reporter_name, reporter_email, show_name, language, source, submitted_at,"
                + " changed_at, version) values (" + id + ", '9999', '9999', 'lighting', '" + status
                + "', 'PUBLIC', false,"
                + " 'Lampan är trasig', 'Den blinkar hela natten', 59, 15, 1, 'Kim', 'kim@example.org', false, 'sv', 'WEB',"
                + " utc_timestamp(6) - interval " + daysOld + " day, utc_timestamp(6), 0)";
    }

    private String reports() throws SQLException {
        return stored("select group_concat(id order by id) from report where municipality_code = '9999'");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String stored(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }
}
