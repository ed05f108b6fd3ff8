package se.fixamingata.it.following;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.it.MailBox;
import se.fixamingata.it.Resident;
import se.fixamingata.it.ServerTest;
import se.fixamingata.it.Staff;
import se.fixamingata.it.Wire;
import se.fixamingata.it.handlelink.AuthorityMail;

/** "Is it fixed?" over HTTP: only the reporter decides, a look decides nothing. */
class QuestionIT extends ServerTest {

    private final Resident reporter = new Resident();
    private long report;
    private String question;
    private String own;

    @BeforeEach
    void somethingThatIsSaidToBeFixed() {
        report = reporter.reportConfirmed("Lampan som påstås lysa");
        answer("fixed", "Ny lampa sitter nu.");
        MimeMessage told = MailBox.await(reporter.email, 4).stream()
                .filter(mail -> MailBox.text(mail).contains("/fraga/"))
                .findFirst()
                .orElseThrow();
        question = URI.create(MailBox.link(told, "/fraga/")).getPath();
        own = URI.create(MailBox.link(told, "/rapport/")).getPath();
    }

    /** As the authority does, by the link in its work order. */
    private void answer(String status, String text) {
        String link = AuthorityMail.link(report);
        Resident authority = new Resident();
        Matcher version = Pattern.compile("name=\"version\" value=\"(\\d+)\"")
                .matcher(authority.get(link).body());
        assertThat(version.find()).isTrue();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("version", version.group(1));
        fields.put("status", status);
        fields.put("text", text);
        fields.put("name", "Karin Karlsson");
        assertThat(authority.post(link, fields).statusCode() / 100).isEqualTo(3);
    }

    private String status() {
        return stored("select status from report where id = ?", report).orElseThrow();
    }

    @Test
    void lookingDecidesNothing() {
        for (int visit = 0; visit < 3; visit++) {
            HttpResponse<String> page = new Resident().get(question);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("Är felet åtgärdat?", "Lampan som påstås lysa");
        }
        assertThat(Wire.ask("HEAD", question).status()).isEqualTo(200);
        assertThat(Wire.post(question, "svar=nej&reason=Trasig").status()).isEqualTo(403);
        assertThat(status()).isEqualTo("FIXED");
        assertThat(stored("select count(*) from history_entry where report_id = ? and kind = 'REPLIED'", report))
                .hasValue("0");
    }

    @Test
    void yesIsNotedAndCanBeChanged() {
        Resident visitor = new Resident();
        visitor.get(question);
        HttpResponse<String> answered = visitor.post(question, Map.of("svar", "ja"));
        assertThat(answered.statusCode()).isEqualTo(302);
        assertThat(visitor.get(question + "?svarat=1").body())
                .contains("Tack för ditt svar.", "Du har svarat ja.", "Vill du ändra dig");
        assertThat(get("/rapport/" + report).body()).doesNotContain("REPLIED").doesNotContain("svarat");
        visitor.post(question, Map.of("svar", "nej", "reason", "Den slocknade igen."));
        assertThat(status()).isEqualTo("REPORTED");
    }

    @Test
    void noReopensWithAReasonThatEverybodyReads() {
        Resident visitor = new Resident();
        visitor.get(question);
        HttpResponse<String> without = visitor.post(question, Map.of("svar", "nej", "reason", " "));
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.body()).contains("Skriv vad som är kvar.");
        assertThat(visitor.post(question, Map.of("reason", "x")).body()).contains("Välj ett svar.");
        assertThat(status()).isEqualTo("FIXED");

        String reason = "Den slocknade igen. <script>alert(1)</script>";
        assertThat(visitor.post(question, Map.of("svar", "nej", "reason", reason))
                        .statusCode())
                .isEqualTo(302);
        assertThat(visitor.get(question + "?svarat=1").body()).contains("Rapporten är öppen igen");
        assertThat(status()).isEqualTo("REPORTED");
        assertThat(get("/rapport/" + report).body())
                .contains("Den slocknade igen. &lt;script&gt;")
                .doesNotContain("<script>alert");
        assertThat(stored("select news_at is not null from report where id = ?", report))
                .hasValue("1");

        HttpResponse<String> again = visitor.post(question, Map.of("svar", "nej", "reason", "En gång till."));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).contains("Rapporten är öppen igen");
        assertThat(stored("select count(*) from report_update where report_id = ? and author = 'REPORTER'", report))
                .hasValue("1");
    }

    @Test
    void whatIsClosedOtherwiseIsSaid() {
        answer("in_progress", "Vi åker dit en gång till.");
        answer("no_action", "Stolpen ska bort.");
        assertThat(get(question).body()).contains("Rapporten är avslutad", "Ingen åtgärd");
    }

    @Test
    void onTheReportsPageOnlyTheReporterSaysThatItIsStillThere() {
        assertThat(get("/rapport/" + report).body()).doesNotContain("Felet är kvar");
        Resident other = Staff.resident().signedIn();
        assertThat(other.get("/rapport/" + report).body()).doesNotContain("Felet är kvar");
        assertThat(other.get("/felet-kvar/" + report).statusCode()).isEqualTo(404);
        assertThat(other.post("/felet-kvar/" + report, Map.of("reason", "Jag tycker inte om den."))
                        .statusCode())
                .isEqualTo(404);
        assertThat(other.post("/felet-kvar/" + report + "/" + "A".repeat(43), Map.of("reason", "Nej då."))
                        .statusCode())
                .isEqualTo(404);
        assertThat(status()).isEqualTo("FIXED");

        Resident visitor = new Resident();
        assertThat(visitor.get(own).body()).contains("Felet är kvar");
        String action = "/felet-kvar" + own.substring("/rapport".length());
        assertThat(visitor.get(action).statusCode()).isEqualTo(200);
        assertThat(visitor.post(action, Map.of("reason", "")).statusCode()).isEqualTo(422);
        // As browsers do from a page that keeps its address to itself.
        HttpResponse<String> done = visitor.post(
                action,
                Map.of("reason", "Den blinkar fortfarande."),
                "Origin",
                "null",
                "Sec-Fetch-Site",
                "same-origin");
        assertThat(done.statusCode()).isEqualTo(302);
        assertThat(status()).isEqualTo("REPORTED");
        assertThat(visitor.get(own + "?oppnad=ja").body())
                .contains("Rapporten är öppen igen")
                .doesNotContain("Felet är kvar");
    }

    @Test
    void theAccountThatReportedItToo() {
        Staff person = Staff.resident();
        try (var database = database();
                var update = database.prepareStatement("update report set reporter_account = ? where id = ?")) {
            update.setLong(1, person.accountId);
            update.setLong(2, report);
            update.executeUpdate();
        } catch (java.sql.SQLException e) {
            throw new AssertionError(e);
        }
        Resident signedIn = person.signedIn();
        assertThat(signedIn.get("/rapport/" + report).body()).contains("Felet är kvar");
        assertThat(signedIn.post("/felet-kvar/" + report, Map.of("reason", "Den blinkar."))
                        .statusCode())
                .isEqualTo(302);
        assertThat(status()).isEqualTo("REPORTED");
    }

    @Test
    void wrongLinksSayWhatTheyAre() {
        assertThat(get("/fraga/" + "A".repeat(43)).statusCode()).isEqualTo(404);
        assertThat(get("/fraga/abc").body()).contains("Länken är inte hel");
        assertThat(get("/fraga/" + own.substring(own.lastIndexOf('/') + 1)).statusCode())
                .isEqualTo(404);
    }
}
