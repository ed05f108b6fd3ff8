package se.fixamingata.it.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.fixamingata.it.Resident;
import se.fixamingata.it.ServerTest;
import se.fixamingata.it.Staff;

/** Reading the log: whose lines, which lines, all of them. Hammarö is this test's alone. */
class LogPagesIT extends ServerTest {

    private static final String HAMMARO = "1761";

    private static void line(
            String authority, Long account, String action, String subject, String before, String after) {
        Rows.change(
                "insert into audit_entry (id, at, actor, action, subject, account_id, authority_code, before_value, after_value)"
                        + " values (next value for inner_number, utc_timestamp(6), ?, ?, ?, ?, ?, ?, ?)",
                account == null ? "system" : "account:" + account,
                action,
                subject,
                account,
                authority,
                before,
                after);
    }

    @Test
    void showsTheAuthoritysLinesInWords() {
        Staff adam = Staff.administrator(HAMMARO);
        line(HAMMARO, adam.accountId, "report.status", "report:4711", "reported", "fixed: Lampan är <b>bytt</b>");
        line(HAMMARO, adam.accountId, "report.handed_over", "report:4711", "1761", "1780");
        line(HAMMARO, adam.accountId, "trolleri.utfört", "kittel:3", null, "=1+1");
        line("1780", adam.accountId, "report.noted", "report:4712", null, "Karlstads hemlighet");
        Resident browser = adam.signedIn();
        String body = browser.get("/handlaggning/logg?a=hammaro").body();
        assertThat(body)
                .contains(
                        "Ändrade status",
                        "Rapporterad",
                        "Åtgärdad: Lampan är &lt;b&gt;bytt&lt;/b&gt;",
                        "Karlstad",
                        "trolleri.utfört",
                        "/handlaggning/rapport/4711")
                .doesNotContain("hemlighet");
        assertThat(browser.get("/handlaggning/logg?a=hammaro&vad=membership").body())
                .doesNotContain("Lampan är");
        assertThat(browser.get("/handlaggning/logg?a=hammaro&om=%234711&vem=Adam")
                        .body())
                .contains("Lampan är")
                .doesNotContain("trolleri");
        assertThat(browser.get("/handlaggning/logg?a=hammaro&fran=2001-01-01&till=2001-02-01")
                        .body())
                .contains("Inget har hänt");
        assertThat(browser.get("/handlaggning/logg?a=hammaro&fran=0&till=9999-99-99&konto=x&vad=%27&efter=1;drop")
                        .statusCode())
                .isEqualTo(200);

        HttpResponse<String> file = browser.get("/handlaggning/logg/csv?a=hammaro");
        assertThat(file.headers().firstValue("content-type")).contains("text/csv; charset=UTF-8");
        assertThat(file.body())
                .contains("'=1+1", "report.status", "Adam Administratör")
                .doesNotContain("hemlighet");
        assertThat(stored(
                        "select count(*) from audit_entry where action = 'log.exported' and account_id = ? and authority_code = ?",
                        adam.accountId,
                        HAMMARO))
                .contains("1");

        Resident operator = Staff.operator().signedIn();
        assertThat(operator.get("/drift/logg?konto=" + adam.accountId).body())
                .contains("Karlstads hemlighet", "Lampan är");
        assertThat(operator.get("/drift/logg?kommun=karlstad&konto=" + adam.accountId)
                        .body())
                .contains("Karlstads hemlighet")
                .doesNotContain("Lampan är");
        assertThat(operator.get("/drift/logg?kommun=finns-inte").body()).contains("Det finns ingen myndighet");
        assertThat(operator.get("/drift/logg/csv?konto=" + adam.accountId).body())
                .contains("Karlstads hemlighet");
    }

    @Test
    void goesOnWithOlderLines() {
        Staff adam = Staff.administrator(HAMMARO);
        for (int i = 0; i < 120; i++) {
            line(HAMMARO, adam.accountId, "report.noted", "report:" + (900_000 + i), null, null);
        }
        Resident browser = adam.signedIn();
        String path = "/handlaggning/logg?a=hammaro&vad=report&konto=" + adam.accountId;
        int seen = 0;
        int pages = 0;
        while (path != null) {
            String body = browser.get(path).body();
            seen += count(body, "Rapport #9");
            pages++;
            Matcher older = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(body);
            path = older.find() ? older.group(1).replace("&amp;", "&") : null;
        }
        assertThat(pages).isEqualTo(3);
        // Each line names it in words and in the link to everything about it, twice.
        assertThat(seen).isEqualTo(120 * 3);
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
