package se.fixamingata.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import se.fixamingata.DatabaseTest;
import se.fixamingata.RecordedEvents;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.mail.MessageIds;
import se.fixamingata.moderation.AbuseReporters;
import se.fixamingata.moderation.ModerationErasure;
import se.fixamingata.municipality.TestMunicipalities;
import se.fixamingata.notification.Notifications;
import se.fixamingata.personal.Forgetting;
import se.fixamingata.settings.ServerKeys;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.shared.PageMark;
import se.fixamingata.shared.SqlTime;

/** The night of 23 November 2026, put together by hand on one entity manager. */
abstract class NightTest extends DatabaseTest {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    static final LocalDate LAST_TO_GO = LocalDate.of(2026, 8, 22);

    DueRows due;
    RetentionWork work;
    RetentionTally tally;
    RetentionNight night;

    @BeforeEach
    void aNight() {
        clock.set(Instant.parse("2026-11-23T03:10:00Z"));
        TestMunicipalities.seed(em, clock);
        due = new DueRows(em, new RetentionPeriods(30, 30));
        AuditTrail audit = new AuditTrail(em, clock);
        tally = new RetentionTally(em, audit, clock);
        Forgetting forgetting =
                new Forgetting(em, null, new ModerationErasure(em, new AbuseReporters(new ServerKeys(em))), audit);
        Notifications notifications = new Notifications(
                em,
                new MessageIds(new ServiceSettings("https://fixa.example", "info@fixa.example", false)),
                new RecordedEvents<>(),
                clock);
        work = new RetentionWork(
                em,
                due,
                new Anonymisation(em),
                new UnusedAccounts(em, notifications, forgetting, audit, clock),
                tally,
                clock);
        night = work.night(clock.instant());
    }

    /** What that rule takes tonight, taken. */
    int take(RetentionRule rule) {
        int taken = work.take(rule, night, going(rule));
        em.flush();
        return taken;
    }

    List<Long> going(RetentionRule rule) {
        return due.next(rule, night, null, 500).stream().map(PageMark::id).toList();
    }

    /** @param closedOn null while it is open */
    void report(long id, String status, LocalDate closedOn) {
        run(
                "insert into report (id, municipality_code, authority_code, category_code, status, visibility, listed, title,"
                        + " description, lat, lon, cell, reporter_name, reporter_email, reporter_phone, show_name, name_consent,"
                        + " language, source, submitted_at, confirmed_at, changed_at, due_stopped_on, version) values ("
                        + id
                        + ", '1763', '1763', 'lighting', '" + status + "', 'PUBLIC', true, 'Lampan är trasig',"
                        + " 'Den blinkar hela natten', 59.5, 13.5, 1, 'Kim Ek', 'kim@example.org', '0701740605', true, true, 'sv',"
                        + " 'WEB', '2026-01-05', '2026-01-05', '2026-01-05', "
                        + (closedOn == null ? "null" : "'" + closedOn + "'") + ", 1)");
    }

    void comment(long id, long report, String author, String state, String written) {
        run("insert into report_update (id, report_id, author, name, email, show_name, name_consent, language, text,"
                + " looks_fixed, state, created_at, version) values (" + id + ", " + report + ", '" + author
                + "', 'Bo Alm', 'bo@example.org', true, true, 'sv', 'Mörkt', false, '" + state + "', '" + written
                + "', 1)");
    }

    void account(long id, String lastSeen) {
        run(
                "insert into account (id, email, name, language, operator, failed_attempts, created_at, last_seen_at, version)"
                        + " values (" + id + ", 'a" + id + "@example.org', 'A', 'sv', false, 0, '2020-01-01', "
                        + (lastSeen == null ? "null" : "'" + lastSeen + "'") + ", 1)");
    }

    void mail(long id, String state, Long report, String settled) {
        run("insert into notification (id, report_id, kind, recipient, language, state, attempts, created_at,"
                + " next_attempt_at, message_id, sent_at, version) values (" + id + ", " + report
                + ", 'REPORT_RECEIVED', 'kim@example.org', 'sv', '" + state + "', 0, '" + settled + "', '" + settled
                + "', '<" + id + "@x>', " + (state.equals("SENT") ? "'" + settled + "'" : "null") + ", 1)");
    }

    static String ago(Duration time) {
        return SqlTime.text(Instant.parse("2026-11-23T03:10:00Z").minus(time));
    }

    void run(String sql) {
        em.createNativeQuery(sql).executeUpdate();
    }

    String read(String sql) {
        return em.createNativeQuery(sql).getResultList().toString();
    }
}
