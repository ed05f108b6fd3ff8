package se.fixamingata.integrationdesk;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import se.fixamingata.TestClock;
import se.fixamingata.account.Account;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Membership;
import se.fixamingata.account.Role;
import se.fixamingata.municipality.TestMunicipalities;
import se.fixamingata.position.Position;
import se.fixamingata.report.Actor;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportContent;
import se.fixamingata.report.ReportPlace;
import se.fixamingata.report.Reporter;
import se.fixamingata.report.Source;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.SqlTime;
import se.fixamingata.update.ReportUpdate;

/** Forshaga and Karlstad with reports on their way, and the people who may look. */
final class DeskScene {

    static final String FORSHAGA = "1763";
    static final String KARLSTAD = "1780";

    final EntityManager em;
    final TestClock clock;
    private final long account;
    private long number = 1_000_000;

    DeskScene(EntityManager em, TestClock clock) {
        this.em = em;
        this.clock = clock;
        TestMunicipalities.seed(em, clock);
        Account ann = new Account("ann@forshaga.example", "Ann Ek", Language.SV, clock.instant());
        em.persist(ann);
        em.flush();
        account = ann.id();
    }

    Caller administrator() {
        return somebody(FORSHAGA, Role.ADMINISTRATOR);
    }

    Caller somebody(String authority, Role role) {
        return new Caller(
                account,
                1,
                "Ann Ek",
                "ann@forshaga.example",
                Language.SV,
                false,
                List.of(new Membership(authority, role, Set.of())));
    }

    Caller operator() {
        return new Caller(account, 1, "Olga", "olga@example.org", Language.SV, true, List.of());
    }

    void sql(String statement) {
        em.createNativeQuery(statement).executeUpdate();
    }

    /** @return the delivery's number */
    long delivery(String authority, String state, Duration ago) {
        Instant at = clock.instant().minus(ago);
        Report report = Report.submit(
                new ReportPlace(Position.of(59.5312, 13.4789), authority, authority, "Storgatan 12"),
                new ReportContent("lighting", "Trasig lampa", "Lampan är släckt sedan i går."),
                new Reporter("Åsa Öberg", "asa@resident.test", "070-123 45 67", false),
                Language.SV,
                Source.WEB,
                at);
        em.persist(report);
        em.flush();
        em.persist(report.confirm(at));
        em.flush();
        long id = ++number;
        sql(("insert into delivery (id, report_id, authority_code, channel, recipient, state, attempts, created_at,"
                        + " next_attempt_at, message_id, version) values (%d, %d, '%s', 'MAIL', 'kommun@forshaga.test', '%s', 3, '%s',"
                        + " '%s', '<%d@x>', 1)")
                .formatted(id, report.id(), authority, state, SqlTime.text(at), SqlTime.text(at), id));
        return id;
    }

    /** A resident's words on their way. @return their row's number */
    long update(String authority, String state, String lastError) {
        long delivery = delivery(authority, "DELIVERED", Duration.ofDays(1));
        Number report = (Number) em.createNativeQuery("select report_id from delivery where id = " + delivery)
                .getSingleResult();
        ReportUpdate words = ReportUpdate.byResident(
                report.longValue(),
                Actor.RESIDENT,
                null,
                "Bo",
                "bo@example.org",
                false,
                Language.SV,
                "Det är mörkt.",
                false,
                clock.instant());
        words.publish(clock.instant());
        em.persist(words);
        em.flush();
        long id = ++number;
        sql(
                ("insert into update_delivery (id, report_id, update_id, authority_code, state, attempts, created_at, next_attempt_at,"
                                + " message_id, last_error, version) values (%d, %d, %d, '%s', '%s', 1, '%s', '%s', '<%d@x>', %s, 1)")
                        .formatted(
                                id,
                                report.longValue(),
                                words.id(),
                                authority,
                                state,
                                SqlTime.text(clock.instant()),
                                SqlTime.text(clock.instant()),
                                id,
                                lastError == null ? "null" : "'" + lastError + "'"));
        return id;
    }

    void attempt(long delivery, int number, String answer) {
        sql(
                "insert into delivery_attempt (id, delivery_id, started_at, finished_at, outcome, destination, answer) values ("
                        + (delivery * 10 + number) + ", " + delivery + ", '2026-01-01 0" + number
                        + ":00:00', '2026-01-01', 'TEMPORARY_FAILURE', 'x', '" + answer + "')");
    }

    /** @return its number */
    long fault(String authority, String action, String reason, String subject) {
        long id = ++number;
        sql(("insert into integration_fault (id, authority_code, action, reason, subject, request, answer, occurred_at)"
                        + " values (%d, '%s', '%s', '%s', %s, 'GET https://x', 'svar %d', '%s')")
                .formatted(
                        id,
                        authority,
                        action,
                        reason,
                        subject == null ? "null" : "'" + subject + "'",
                        id,
                        SqlTime.text(clock.instant())));
        return id;
    }

    String state(long delivery) {
        return (String) em.createNativeQuery("select state from delivery where id = " + delivery)
                .getSingleResult();
    }

    @SuppressWarnings("unchecked")
    List<String> audited() {
        return em.createNativeQuery("select action from audit_entry where action like 'integration.%'"
                        + " or action like 'delivery.%' order by id")
                .getResultList();
    }
}
