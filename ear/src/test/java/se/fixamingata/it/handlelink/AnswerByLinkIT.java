package se.fixamingata.it.handlelink;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.fixamingata.it.MailBox;
import se.fixamingata.it.Pictures;
import se.fixamingata.it.Resident;
import se.fixamingata.it.ServerTest;
import se.fixamingata.it.Staff;

/** {@code /svar/{token}} over HTTP: what the link opens, and everything that it does not. */
class AnswerByLinkIT extends ServerTest {

    private static final String XSS = "<script>alert(1)</script>";

    private static Map<String, String> answer(HttpResponse<String> page, String status, String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("version", version(page));
        fields.put("status", status);
        fields.put("text", text);
        fields.put("name", "Karin Karlsson");
        return fields;
    }

    private static String version(HttpResponse<String> page) {
        Matcher found = Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(page.body());
        assertThat(found.find()).as(page.body()).isTrue();
        return found.group(1);
    }

    private static void sql(String statement, Object... parameters) {
        try (Connection database = database();
                PreparedStatement prepared = database.prepareStatement(statement)) {
            for (int i = 0; i < parameters.length; i++) {
                prepared.setObject(i + 1, parameters[i]);
            }
            prepared.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theLinkOpensTheReportAndLookingChangesNothing() {
        Resident resident = new Resident();
        long id = resident.reportConfirmed("Lampan är släckt vid skolan");
        String link = AuthorityMail.link(id);
        HttpResponse<String> page = get(link);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Lampan är släckt vid skolan", "Anna Andersson", resident.email);
        assertThat(page.headers().firstValue("cache-control"))
                .hasValueSatisfying(v -> assertThat(v).contains("no-store"));
        assertThat(page.headers().firstValue("referrer-policy")).hasValue("no-referrer");
        assertThat(page.headers().firstValue("x-robots-tag"))
                .hasValueSatisfying(v -> assertThat(v).contains("noindex"));
        assertThat(stored(
                        "select count(*) from secret_link where report_id = ? and purpose = 'HANDLE'"
                                + " and used_at is null and revoked_at is null",
                        id))
                .hasValue("1");
        assertThat(stored("select status from report where id = ?", id)).hasValue("REPORTED");
    }

    @Test
    void anAnswerIsPublicAndMailedAndTheNameIsNot() {
        Resident resident = new Resident();
        long id = resident.reportConfirmed("Lampan är släckt vid skolan");
        String link = AuthorityMail.link(id);
        Resident authority = new Resident();
        Map<String, String> fields = answer(authority.get(link), "fixed", "Ny lampa sitter nu. " + XSS);
        HttpResponse<String> sent = authority.upload(
                link, fields, new Resident.Upload("lampa.jpg", "image/jpeg", Pictures.streetLamp(800, 600)));
        assertThat(sent.statusCode() / 100).as(sent.body()).isEqualTo(3);
        assertThat(sent.headers().firstValue("location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith(link + "?klar=1"));

        String shown = get("/rapport/" + id).body();
        assertThat(shown)
                .contains("Ny lampa sitter nu. &lt;script&gt;")
                .contains("Forshaga kommun")
                .doesNotContain("Karin Karlsson")
                .doesNotContain(XSS);
        assertThat(MailBox.text(MailBox.await(resident.email, 4).get(3))).contains("Ny lampa sitter nu.");
        assertThat(stored("select text from history_entry where report_id = ? and kind = 'LINK_ANSWERED'", id))
                .hasValue("Karin Karlsson");
        assertThat(stored(
                        "select count(*) from photo p join report_update u on u.id = p.update_id"
                                + " where u.report_id = ?",
                        id))
                .hasValue("1");
        assertThat(stored(
                        "select authority_code from audit_entry where subject = ? and action = 'report.status'",
                        "report:" + id))
                .hasValue("1763");
    }

    @Test
    void pdfsGoAlongAsInAnAnswerOfTheDesk() {
        Resident resident = new Resident();
        long id = resident.reportConfirmed("Lampan är släckt vid skolan");
        String link = AuthorityMail.link(id);
        Resident authority = new Resident();
        byte[] pdf = "%PDF-1.7 beslut".getBytes(StandardCharsets.UTF_8);
        Resident.Upload decision = new Resident.Upload("beslut.pdf", "application/pdf", pdf);

        HttpResponse<String> refused = authority.upload(
                link,
                answer(authority.get(link), "", "Se bilagan."),
                new Resident.Upload("beslut.exe", "application/pdf", "MZ".getBytes(StandardCharsets.UTF_8)));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("En av filerna är ingen PDF.", "Se bilagan.", "href=\"#document\"");
        HttpResponse<String> many = authority.upload(
                link, answer(authority.get(link), "", "Se bilagorna."), decision, decision, decision, decision);
        assertThat(many.statusCode()).isEqualTo(422);
        assertThat(many.body()).contains("Högst tre PDF-filer får plats.");

        HttpResponse<String> sent = authority.upload(link, answer(authority.get(link), "", "Se bilagan."), decision);
        assertThat(sent.statusCode() / 100).as(sent.body()).isEqualTo(3);
        String document = stored(
                        "select d.id from update_document d join report_update u on u.id = d.update_id where u.report_id = ?",
                        id)
                .orElseThrow();
        assertThat(get("/rapport/" + id).body()).contains("/dokument/" + document, "beslut.pdf");
        assertThat(get("/dokument/" + document).body()).isEqualTo("%PDF-1.7 beslut");
        assertThat(authority.get(link).body()).contains("/dokument/" + document);
    }

    @Test
    void whatIsMissingIsAskedForAndNothingTypedIsLost() {
        long id = new Resident().reportConfirmed("Lampan är släckt vid skolan");
        String link = AuthorityMail.link(id);
        Resident authority = new Resident();
        HttpResponse<String> page = authority.get(link);
        Map<String, String> nameless = answer(page, "in_progress", "Vi åker dit. " + XSS);
        nameless.put("name", " ");
        HttpResponse<String> refused = authority.post(link, nameless);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Skriv ditt namn.", "Vi åker dit. &lt;script&gt;")
                .doesNotContain(XSS);

        assertThat(authority.post(link, answer(page, "no_action", "")).statusCode())
                .isEqualTo(422);
        assertThat(authority.post(link, answer(page, "duplicate", "Samma.")).statusCode())
                .isEqualTo(422);
        assertThat(authority.post(link, answer(page, "unconfirmed", "Nej.")).statusCode())
                .isEqualTo(422);
        assertThat(authority.post(link, answer(page, "nonsense", "Nej.")).statusCode())
                .isEqualTo(422);
        HttpResponse<String> noPhoto = authority.upload(
                link,
                answer(page, "in_progress", "Se bilden."),
                new Resident.Upload("a.jpg", "image/jpeg", "nej".getBytes()));
        assertThat(noPhoto.statusCode()).isEqualTo(422);
        assertThat(noPhoto.body()).contains("a.jpg", "Se bilden.");
        assertThat(stored("select status from report where id = ?", id)).hasValue("REPORTED");
    }

    @Test
    void whoIsSecondIsToldWhatHappenedAndTheTextStays() {
        long id = new Resident().reportConfirmed("Lampan är släckt vid skolan");
        String link = AuthorityMail.link(id);
        Resident first = new Resident();
        Resident second = new Resident();
        HttpResponse<String> early = first.get(link);
        HttpResponse<String> same = second.get(link);
        assertThat(first.post(link, answer(early, "in_progress", "Vi åker dit i morgon."))
                                .statusCode()
                        / 100)
                .isEqualTo(3);
        HttpResponse<String> late = second.post(link, answer(same, "planned", "Vi planerar det."));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Vi åker dit i morgon.", "Vi planerar det.");
        assertThat(second.post(link, answer(late, "planned", "Vi planerar det."))
                                .statusCode()
                        / 100)
                .isEqualTo(3);
        assertThat(stored("select status from report where id = ?", id)).hasValue("PLANNED");
    }

    @Test
    void aRevokedLinkSaysSoAndGivesBackWhatWasTyped() {
        long id = new Resident().reportConfirmed("Lampan är släckt vid skolan");
        String link = AuthorityMail.link(id);
        Resident authority = new Resident();
        HttpResponse<String> page = authority.get(link);
        Resident caseworker = Staff.caseworker("1763").signedIn();
        caseworker.get("/handlaggning/granskning");
        assertThat(caseworker
                        .post("/handlaggning/lank", Map.of("report", Long.toString(id)))
                        .statusCode())
                .isEqualTo(303);

        assertThat(get(link).statusCode()).isEqualTo(410);
        assertThat(get(link).body()).contains("återkallad").doesNotContain("Anna Andersson");
        HttpResponse<String> refused = authority.post(link, answer(page, "fixed", "Klart nu."));
        assertThat(refused.statusCode()).isEqualTo(410);
        assertThat(refused.body()).contains("Klart nu.");
        assertThat(stored("select status from report where id = ?", id)).hasValue("REPORTED");
    }

    @Test
    void onlyWhoHandlesTheReportRevokes() {
        long id = new Resident().reportConfirmed("Lampan är släckt vid skolan");
        String link = AuthorityMail.link(id);
        for (Staff stranger : List.of(Staff.reader("1763"), Staff.caseworker("1780"), Staff.resident())) {
            Resident browser = stranger.signedIn();
            browser.get("/konto/sakerhet");
            assertThat(browser.post("/handlaggning/lank", Map.of("report", Long.toString(id)))
                            .statusCode())
                    .as(stranger.name)
                    .isEqualTo(404);
        }
        assertThat(get(link).statusCode()).isEqualTo(200);
    }

    @Test
    void anExpiredOneAHandedOverOneAndNonsenseSayWhatTheyAre() {
        long closed = new Resident().reportConfirmed("Lampan är släckt vid skolan");
        long given = new Resident().reportConfirmed("Lampan är släckt vid kyrkan");
        String expired = AuthorityMail.link(closed);
        String foreign = AuthorityMail.link(given);
        sql("update report set status = 'FIXED' where id = ?", closed);
        sql(
                "insert into history_entry (id, report_id, at, kind, from_status, to_status, actor) values (next value for"
                        + " inner_number, ?, utc_timestamp(6) - interval 31 day, 'STATUS', 'REPORTED', 'FIXED', 'AUTHORITY')",
                closed);
        sql("update report set authority_code = '1780' where id = ?", given);
        assertThat(get(expired).statusCode()).isEqualTo(410);
        assertThat(get(expired).body()).contains("slutat gälla").doesNotContain("Anna Andersson");
        assertThat(get(foreign).statusCode()).isEqualTo(410);
        assertThat(get(foreign).body())
                .contains("lämnats över", "Rapporten hör nu till Karlstads kommun")
                .doesNotContain("Anna Andersson");
        sql("update report set visibility = 'PRIVATE', listed = 0 where id = ?", given);
        assertThat(get(foreign).body()).contains("lämnats över").doesNotContain("Karlstads kommun");
        assertThat(get("/svar/" + "x".repeat(43)).statusCode()).isEqualTo(404);
        HttpResponse<String> cut = get(expired.substring(0, 30));
        assertThat(cut.statusCode()).isEqualTo(404);
        assertThat(cut.body()).contains("inte hel");
        assertThat(get("/svar").statusCode()).isEqualTo(404);
    }

    @Test
    void theLinkOfOneReportIsNoneForAnother() {
        long id = new Resident().reportConfirmed("Lampan är släckt vid skolan");
        long other = new Resident()
                .reportConfirmed(
                        "Lampan är släckt vid kyrkan",
                        new Resident.Upload("a.jpg", "image/jpeg", Pictures.streetLamp(800, 600)));
        String link = AuthorityMail.link(id);
        String token = link.substring("/svar/".length());
        String photo = stored("select id from photo where report_id = ?", other).orElseThrow();
        sql("update report set visibility = 'PRIVATE', listed = 0 where id = ?", other);
        assertThat(get("/bild/" + photo + "/full?nyckel=" + token).statusCode()).isEqualTo(404);
        String own = AuthorityMail.link(other).substring("/svar/".length());
        assertThat(get("/bild/" + photo + "/full?nyckel=" + own).statusCode()).isEqualTo(200);
        assertThat(get("/bild/" + photo + "/full").statusCode()).isEqualTo(404);
        assertThat(get("/svar/" + own).body()).contains("/bild/" + photo + "/full?nyckel=" + own);
        for (String door : List.of(
                "/rapport/" + other + "/" + token,
                "/rapport/" + other + "/" + own,
                "/bekrafta/" + own,
                "/fraga/" + own,
                "/handlaggning/rapport/" + other + "?nyckel=" + own,
                "/handlaggning/export/rapport/" + other + ".pdf?nyckel=" + own,
                "/api/reports/" + other + "?nyckel=" + own)) {
            assertThat(get(door).statusCode()).as(door).isNotEqualTo(200);
        }
    }

    @Test
    void aForeignPageAnswersNothing() {
        long id = new Resident().reportConfirmed("Lampan är släckt vid skolan");
        String link = AuthorityMail.link(id);
        Resident authority = new Resident();
        HttpResponse<String> page = authority.get(link);
        assertThat(authority
                        .post(link, answer(page, "fixed", "Klart."), "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(stored("select status from report where id = ?", id)).hasValue("REPORTED");
    }
}
