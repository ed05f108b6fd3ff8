package se.fixamingata.it.badday;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.fixamingata.it.MailBox;
import se.fixamingata.it.Pictures;
import se.fixamingata.it.Resident;
import se.fixamingata.it.Resident.Upload;
import se.fixamingata.it.ServerTest;
import se.fixamingata.it.Staff;
import se.fixamingata.it.Wire;

/** Comments that are no good, and people who want to see what is not for them. */
class BadCommentsIT extends ServerTest {

    private static final String HOSTILE =
            "'\"><script>alert(1)</script>'; drop table report_update; -- #{7*7} ${7*7} 🦊 בדיקה";
    private static final String ESCAPED = "&lt;script&gt;alert(1)&lt;/script&gt;";

    private static Resident reporter;
    private static long report;
    private static String authority;

    private final Resident resident = new Resident();
    private final Resident stranger = new Resident();

    @BeforeAll
    static void aReport() {
        reporter = new Resident();
        report = reporter.reportConfirmed("Lykta med kommentarer");
        authority =
                stored("select authority_code from report where id = ?", report).orElseThrow();
    }

    @AfterEach
    void makePublic() {
        change("update report set visibility = 'PUBLIC', listed = true where id = " + report);
    }

    @Test
    void hostileTextIsKeptShownAndRunsNowhere() throws Exception {
        Map<String, String> fields = resident.comment("Första raden " + HOSTILE + "\r\nandra\u0000 ra\u202Eden\u0007");
        fields.put("name", HOSTILE);
        fields.put("showName", "true");
        fields.put("email", "\"><script>alert(1)</script>@example.org");
        HttpResponse<String> form = resident.sendComment(report, fields);
        assertThat(form.statusCode()).isEqualTo(422);
        harmless(form.body());
        assertThat(form.body()).contains("ser inte ut som en e-postadress").contains(ESCAPED);

        fields.put("email", resident.email);
        assertThat(resident.sendComment(report, fields).statusCode()).isEqualTo(302);
        MimeMessage mail = MailBox.await(resident.email, 1).get(0);
        assertThat(mail.getSubject()).startsWith("Bekräfta din kommentar").doesNotContain("\n");
        assertThat(resident.confirm(resident.confirmation(1)).statusCode()).isEqualTo(302);

        HttpResponse<String> page = stranger.get("/rapport/" + report);
        harmless(page.body());
        assertThat(page.body())
                .contains(ESCAPED)
                .contains("andra raden")
                .contains("#{7*7} ${7*7} 🦊")
                .doesNotContain("\u0000", "\u202E", "\u0007", resident.email);
    }

    private static void harmless(String body) {
        assertThat(body).doesNotContain("<script>alert").doesNotContain("#{49").doesNotContain(">49<");
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndNothingIsLost() {
        Map<String, String> fields = resident.comment("x");
        fields.put("name", "B");
        fields.put("email", "bo@");
        fields.put("looksFixed", "true");
        HttpResponse<String> page = resident.sendComment(
                report, fields, new Upload("lykta.jpg", "image/jpeg", Pictures.streetLamp(320, 240)));

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("href=\"#text\">Kommentaren är för kort")
                .contains("href=\"#name\">Namnet är för kort")
                .contains("href=\"#email\">Det ser inte ut som en e-postadress")
                .contains("value=\"B\"", "value=\"bo@\"", ">x</textarea>", "lykta.jpg")
                .containsPattern("name=\"looksFixed\"[^>]* checked");
        assertThat(resident.get("/rapport/" + report).body()).contains(">x</textarea>", "lykta.jpg");
        assertThat(stranger.get("/rapport/" + report).body()).doesNotContain(">x</textarea>");
    }

    @Test
    void tenMegabytesOfTextAreRefused() {
        HttpResponse<String> page = resident.sendComment(report, resident.comment("A".repeat(10_000_000)));
        assertThat(page.statusCode()).isIn(413, 422);
        assertThat(page.body().length()).isLessThan(200_000);
        assertThat(written(resident)).isZero();
    }

    @Test
    void whatIsNoPhotoAndTheSixthOneAreRefusedByName() {
        Upload html = new Upload(
                "sida.jpg", "image/jpeg", "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> one = resident.sendComment(report, resident.comment("Med en sida"), html);
        assertThat(one.statusCode()).isEqualTo(422);
        assertThat(one.body()).contains("Filen sida.jpg är en webbsida").contains("Med en sida");

        Upload[] six = IntStream.rangeClosed(1, 6)
                .mapToObj(i -> new Upload("bild" + i + ".jpg", "image/jpeg", Pictures.streetLamp(320, 240)))
                .toArray(Upload[]::new);
        HttpResponse<String> many = resident.sendComment(report, resident.comment("Med sex bilder"), six);
        assertThat(many.statusCode()).isEqualTo(422);
        assertThat(many.body())
                .contains("bild5.jpg")
                .contains("Bilden bild6.jpg fick inte plats")
                .contains("högst 5");
        assertThat(resident.sendComment(report, resident.comment("Med fem bilder"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(stored(
                        "select count(*) from photo p join report_update u on u.id = p.update_id where u.email = ?",
                        resident.email))
                .hasValue("5");
    }

    @Test
    void theSameFormSentTwiceIsOneComment() {
        Map<String, String> fields = resident.comment("Dubbelklick");
        fields.put("utkast", resident.draft("/rapport/" + report));
        fields.put("action", "send");
        String address = "/kommentera/" + report;
        List<CompletableFuture<HttpResponse<String>>> clicks = IntStream.range(0, 4)
                .mapToObj(click -> CompletableFuture.supplyAsync(() -> resident.upload(address, fields)))
                .toList();
        assertThat(clicks).allSatisfy(click -> {
            assertThat(click.join().statusCode()).isEqualTo(302);
            assertThat(click.join().headers().firstValue("location"))
                    .hasValueSatisfying(to -> assertThat(to).endsWith(address));
        });
        assertThat(written(resident)).isEqualTo(1);
        assertThat(resident.get(address).body()).contains("Nästan klart").contains(resident.email);

        String link = resident.confirmation(1);
        resident.get(link);
        List<CompletableFuture<HttpResponse<String>>> presses = IntStream.range(0, 4)
                .mapToObj(press -> CompletableFuture.supplyAsync(() -> resident.post(link, Map.of())))
                .toList();
        assertThat(presses)
                .allSatisfy(press -> assertThat(press.join().statusCode()).isIn(200, 302));
        assertThat(stored(
                        "select count(*) from history_entry h join report_update u on u.id = h.update_id"
                                + " where u.email = ?",
                        resident.email))
                .hasValue("1");
        assertThat(resident.sendComment(report, resident.comment("En till")).statusCode())
                .isEqualTo(302);
        assertThat(written(resident)).isEqualTo(2);
    }

    @Test
    void lookingAtTheLinkChangesNothingAndABadOneDoesNotWork() {
        resident.sendComment(report, resident.comment("Läst av en skanner"));
        String link = resident.confirmation(1);
        for (int visit = 0; visit < 3; visit++) {
            assertThat(new Resident().get(link).body()).contains("Bekräfta din kommentar");
        }
        assertThat(Wire.ask("HEAD", link).status()).isEqualTo(200);
        for (String bad : new String[] {link.substring(0, link.length() - 1), link + "A", "/bekrafta/"}) {
            assertThat(resident.post(bad, Map.of()).statusCode()).as(bad).isIn(400, 404);
        }
        assertThat(state(resident)).isEqualTo("UNCONFIRMED");
        assertThat(stranger.get("/rapport/" + report).body()).doesNotContain("Läst av en skanner");

        change("update secret_link set expires_at = created_at where purpose = 'CONFIRM_UPDATE' and subject_id ="
                + " (select id from report_update where email = '" + resident.email + "')");
        resident.get(link);
        HttpResponse<String> late = resident.post(link, Map.of());
        assertThat(late.statusCode()).isEqualTo(410);
        assertThat(late.body()).contains("Länken har gått ut").contains("kommentaren är inte kvar");
        assertThat(state(resident)).isEqualTo("UNCONFIRMED");
    }

    @Test
    void usedTwiceTheLinkSaysSo() {
        resident.sendComment(report, resident.comment("Bekräftad två gånger"));
        String link = resident.confirmation(1);
        resident.confirm(link);
        for (HttpResponse<String> again : List.of(resident.get(link), resident.confirm(link))) {
            assertThat(again.body()).contains("Kommentaren är redan bekräftad").contains("/rapport/" + report);
        }
    }

    @Test
    void aMistypedAddressIsCorrected() {
        Map<String, String> fields = resident.comment("Fel adress");
        fields.put("email", "fel-" + resident.email);
        resident.sendComment(report, fields);
        String address = "/kommentera/" + report;
        resident.get(address);
        HttpResponse<String> none = resident.post(address, Map.of("action", "correct", "email", "ingen"));
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("ser inte ut som en e-postadress");
        assertThat(resident.post(address, Map.of("action", "correct", "email", resident.email))
                        .statusCode())
                .isEqualTo(302);
        assertThat(resident.get(address + "?igen=rattad").body())
                .contains("Adressen är rättad")
                .contains(resident.email);
        String right = MailBox.link(
                MailBox.await(resident.email, 1).stream()
                        .filter(mail -> MailBox.text(mail).contains("angav " + resident.email))
                        .findFirst()
                        .orElseThrow(),
                "/bekrafta/");
        assertThat(resident.confirm(right.substring(BASE.length())).statusCode())
                .isEqualTo(302);
    }

    @Test
    void aReportThatIsNotThereTakesNoComments() {
        resident.get("/rapport/" + report);
        for (String bad : new String[] {"/kommentera/999999999", "/kommentera/abc", "/kommentera/0", "/kommentera"}) {
            assertThat(resident.get(bad).statusCode()).as(bad).isEqualTo(404);
        }
        resident.get("/rapport/" + report);
        Map<String, String> fields = resident.comment("Till ingen");
        fields.put("action", "send");
        assertThat(resident.post("/kommentera/999999999", fields).statusCode()).isEqualTo(404);
        resident.get("/rapport/" + report);
        fields.put("rapport", "999999999");
        assertThat(resident.post("/kommentera/utkast", fields, "Accept", "application/json")
                        .statusCode())
                .isEqualTo(404);
        assertThat(stored("select count(*) from update_draft where email = ?", resident.email))
                .hasValue("0");
    }

    @Test
    void aForeignPageCannotComment() {
        resident.get("/rapport/" + report);
        Map<String, String> fields = resident.comment("Från en annan sida");
        fields.put("action", "send");
        assertThat(resident.post("/kommentera/" + report, fields, "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(stranger.post("/kommentera/" + report, fields).statusCode()).isEqualTo(403);
        assertThat(written(resident)).isZero();
    }

    @Test
    void hiddenPrivateAndForeignPhotosAreNotThere() {
        long update = resident.commentConfirmed(
                report, "Med en bild", new Upload("lykta.jpg", "image/jpeg", Pictures.streetLamp(640, 480)));
        String photo = "/bild/"
                + stored("select id from photo where update_id = ?", update).orElseThrow();
        Resident caseworker = Staff.caseworker(authority).signedIn();
        Resident reader = Staff.reader(authority).signedIn();
        Resident foreign = Staff.administrator("0180").signedIn();
        assertThat(stranger.get(photo + "/full").headers().firstValue("cache-control"))
                .hasValueSatisfying(cache -> assertThat(cache).startsWith("public"));

        change("update photo set hidden = true where update_id = " + update);
        statuses(photo, Map.of(stranger, 404, resident, 404, foreign, 404, reader, 404, caseworker, 200));
        assertThat(stranger.get("/rapport/" + report).body()).doesNotContain(photo);

        change("update photo set hidden = false where update_id = " + update);
        change("update report_update set state = 'HIDDEN' where id = " + update);
        statuses(photo, Map.of(stranger, 404, resident, 404, foreign, 404, reader, 404, caseworker, 200));
        assertThat(stranger.get("/rapport/" + report).body())
                .contains("En kommentar är dold")
                .doesNotContain("Med en bild")
                .doesNotContain(photo);

        change("update report_update set state = 'PUBLISHED' where id = " + update);
        change("update report set visibility = 'PRIVATE', listed = false where id = " + report);
        statuses(photo, Map.of(stranger, 404, resident, 404, foreign, 404, reader, 200, caseworker, 200));
        assertThat(caseworker.get(photo + "/thumb").headers().firstValue("cache-control"))
                .hasValue("private, no-store");
        assertThat(stranger.get("/rapport/" + report).statusCode()).isEqualTo(404);
        assertThat(stranger.get("/kommentera/" + report).statusCode()).isEqualTo(404);
    }

    private static void statuses(String photo, Map<Resident, Integer> expected) {
        expected.forEach((who, status) -> {
            assertThat(who.get(photo + "/full").statusCode()).isEqualTo(status);
            assertThat(who.get(photo + "/thumb").statusCode()).isEqualTo(status);
        });
    }

    @Test
    void theReporterOfAPrivateReportCommentsByTheirLinkAlone() {
        Resident owner = new Resident();
        long own = owner.reportConfirmed("Privat lykta");
        stranger.commentConfirmed(own, "Medan den var offentlig");
        MimeMessage told = MailBox.await(owner.email, 3).stream()
                .filter(mail -> MailBox.text(mail).contains("Medan den var offentlig"))
                .findFirst()
                .orElseGet(() -> MailBox.await(owner.email, 4).get(3));
        String page = MailBox.link(told, "/rapport/" + own + "/").substring(BASE.length());
        change("update report set visibility = 'PRIVATE', listed = false where id = " + own);

        HttpResponse<String> sent = owner.sendComment(
                page,
                Map.of("text", "Bara för er"),
                new Upload("lykta.jpg", "image/jpeg", Pictures.streetLamp(640, 480)));

        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(sent.headers().firstValue("location"))
                .hasValueSatisfying(to -> assertThat(to).contains(page + "?kommentar=tack#update-"));
        String photo = stored(
                        "select p.id from photo p join report_update u on u.id = p.update_id where u.report_id = ?",
                        own)
                .orElseThrow();
        String shown = owner.get(page).body();
        String key = page.substring(page.lastIndexOf('/') + 1);
        assertThat(shown).contains("Bara för er").contains("/bild/" + photo + "/thumb?nyckel=" + key);
        assertThat(new Resident().get("/bild/" + photo + "/thumb?nyckel=" + key).statusCode())
                .isEqualTo(200);
        assertThat(new Resident().get("/bild/" + photo + "/thumb").statusCode()).isEqualTo(404);
        assertThat(stored("select author from report_update where text = 'Bara för er' and report_id = ?", own))
                .hasValue("REPORTER");
        assertThat(new Resident().get("/rapport/" + own).statusCode()).isEqualTo(404);
    }

    @Test
    void aDocumentIsAFileForWhoMayReadTheAnswer() {
        change("insert into report_update (id, report_id, author, show_name, language, text, looks_fixed, state,"
                + " created_at, published_at, version) values (next value for inner_number, " + report
                + ", 'AUTHORITY', false, 'sv', 'Se beslutet.', false, 'PUBLISHED', utc_timestamp(6),"
                + " utc_timestamp(6), 1)");
        String answer = stored("select max(id) from report_update where author = 'AUTHORITY' and report_id = ?", report)
                .orElseThrow();
        String id = "d".repeat(22);
        change("delete from update_document where id = '" + id + "'");
        change("insert into update_document (id, update_id, file_name, length, bytes) values ('" + id + "', " + answer
                + ", 'Beslut å<b>.pdf', 8, '%PDF-1.7')");
        change("insert into history_entry (id, report_id, at, kind, actor, internal, update_id) values"
                + " (next value for inner_number, " + report + ", utc_timestamp(6), 'COMMENT', 'AUTHORITY', false, "
                + answer + ")");
        assertThat(stranger.get("/rapport/" + report).body())
                .contains("Se beslutet.", "/dokument/" + id, "Beslut å&lt;b&gt;.pdf");

        HttpResponse<String> file = stranger.get("/dokument/" + id);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("content-type")).hasValue("application/pdf");
        assertThat(file.headers().firstValue("x-content-type-options")).hasValue("nosniff");
        assertThat(file.headers().firstValue("content-security-policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("sandbox"));
        assertThat(file.headers().firstValue("content-disposition"))
                .hasValue("attachment; filename=\"Beslut __b_.pdf\"; filename*=UTF-8''Beslut%20%C3%A5%3Cb%3E.pdf");
        assertThat(file.headers().firstValue("cache-control"))
                .hasValueSatisfying(cache -> assertThat(cache).startsWith("public"));

        change("update report set visibility = 'PRIVATE', listed = false where id = " + report);
        assertThat(stranger.get("/dokument/" + id).statusCode()).isEqualTo(404);
        Resident staff = Staff.reader(authority).signedIn();
        assertThat(staff.get("/dokument/" + id).headers().firstValue("cache-control"))
                .hasValue("private, no-store");
        for (String bad : new String[] {"/dokument/", "/dokument/" + "e".repeat(22), "/dokument"}) {
            assertThat(staff.get(bad).statusCode()).as(bad).isEqualTo(404);
        }
    }

    private static long written(Resident who) {
        return Long.parseLong(stored("select count(*) from report_update where email = ?", who.email)
                .orElseThrow());
    }

    private static String state(Resident who) {
        return stored("select state from report_update where email = ?", who.email)
                .orElseThrow();
    }

    private static void change(String sql) {
        try (Connection database = database();
                Statement statement = database.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
