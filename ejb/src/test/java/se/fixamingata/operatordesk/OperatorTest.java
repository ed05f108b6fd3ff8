package se.fixamingata.operatordesk;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import se.fixamingata.DatabaseTest;
import se.fixamingata.account.Caller;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.municipality.TestMunicipalities;
import se.fixamingata.shared.Language;

/** An operator and somebody who is none, with the country's authorities, on one entity manager. */
abstract class OperatorTest extends DatabaseTest {

    final Caller operator = new Caller(900, 1, "Olga", "olga@example.org", Language.SV, true, List.of());
    final Caller resident = new Caller(901, 1, "Rut", "rut@example.org", Language.SV, false, List.of());
    AuditTrail audit;

    @BeforeEach
    void aCountry() {
        TestMunicipalities.seed(em, clock);
        audit = new AuditTrail(em, clock);
        account(900, "olga@example.org");
        run("update account set operator = true where id = 900");
    }

    void account(long id, String email) {
        run("insert into account (id, email, name, language, operator, failed_attempts, created_at, version) values ("
                + id + ", '" + email + "', '', 'sv', 0, 0, '2026-01-01', 1)");
    }

    void report(long id, String authority, String status) {
        run(
                "insert into report (id, municipality_code, authority_code, category_code, status, visibility, listed, title,"
                        + " description, lat, lon, cell, show_name, language, source, submitted_at, confirmed_at, changed_at, version)"
                        + " values (" + id + ", '1763', '" + authority + "', 'lighting', '" + status
                        + "', 'PUBLIC', true, 'Lykta', 'Mörk', 59.5, 13.5, 1, false, 'sv', 'WEB', '2026-01-05', '2026-01-05',"
                        + " '2026-01-05', 1)");
    }

    void delivery(long id, long report, String authority, String state) {
        run(
                "insert into delivery (id, report_id, authority_code, channel, state, attempts, created_at, next_attempt_at,"
                        + " message_id, version) values (" + id + ", " + report + ", '" + authority + "', 'MAIL', '"
                        + state
                        + "', 1, '2026-01-05', '2026-01-05', '<" + id + "@x>', 1)");
    }

    int run(String sql) {
        return em.createNativeQuery(sql).executeUpdate();
    }

    /** Every row's columns joined by a space. */
    List<?> read(String sql) {
        em.flush();
        return em.createNativeQuery(sql).getResultList();
    }

    /** What the trail says was done, the oldest first. */
    List<String> trail() {
        return read("select concat(action, ' ', subject) from audit_entry order by id").stream()
                .map(String::valueOf)
                .toList();
    }

    /** Of each table that the query reads: how, and by which index. */
    List<String> plan(String sql, Object... values) {
        var query = em.createNativeQuery("explain " + sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return ((List<?>) query.getResultList())
                .stream()
                        .map(row -> (Object[]) row)
                        .filter(row -> row[2] != null)
                        .map(row -> row[2] + " " + row[3] + " " + row[5] + " " + row[9])
                        .toList();
    }
}
