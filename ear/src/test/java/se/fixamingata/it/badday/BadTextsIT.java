package se.fixamingata.it.badday;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import se.fixamingata.it.MailBox;
import se.fixamingata.it.Resident;
import se.fixamingata.it.ServerTest;

/** What people and programs write into fields. */
class BadTextsIT extends ServerTest {

    private static final String HOSTILE =
            "'\"><script>alert(1)</script>'; drop table report; -- #{7*7} ${7*7} 🦊 בדיקה";
    private static final String ESCAPED = "&lt;script&gt;alert(1)&lt;/script&gt;";

    private final Resident resident = new Resident();

    @Test
    void hostileTextIsKeptShownAndRunsNowhere() throws Exception {
        Map<String, String> fields = resident.report(HOSTILE);
        fields.put("description", "Första raden " + HOSTILE + "\r\nandra\u0000 raden\u0007");
        fields.put("name", HOSTILE);
        fields.put("phone", "<script>1</script>'--");
        fields.put("address", HOSTILE);
        fields.put("showName", "true");
        fields.put("email", "\"><script>alert(1)</script>@example.org");
        HttpResponse<String> form = resident.sendReport(fields);
        assertThat(form.statusCode()).isEqualTo(422);
        harmless(form.body());
        assertThat(form.body())
                .contains("ser inte ut som en e-postadress")
                .contains(ESCAPED)
                .contains("#{7*7} ${7*7} 🦊 בדיקה");

        fields.put("email", resident.email);
        assertThat(resident.sendReport(fields).statusCode()).isEqualTo(302);
        MimeMessage mail = MailBox.await(resident.email, 1).get(0);
        assertThat(mail.getSubject()).contains("drop table report").doesNotContain("\n");
        harmless(raw(mail).replaceAll("=\r?\n", ""));

        long number = Resident.number(resident.confirm(resident.confirmation(1)));
        HttpResponse<String> page = resident.get("/rapport/" + number);
        harmless(page.body());
        assertThat(page.body()).contains(ESCAPED).contains("andra raden").doesNotContain("\u0000");
        assertThat(stored("select title from report where id = ?", number)).hasValue(HOSTILE);
        String list = resident.get("/karta?lat=" + fields.get("lat") + "&lon=" + fields.get("lon") + "&z=17")
                .body();
        harmless(list);
        assertThat(list).contains(ESCAPED);
    }

    @Test
    void whatTurnsOrHidesTextIsTakenOut() {
        Resident other = new Resident();
        assertThat(other.sendReport(other.report("Släckt\u202E lampa\u0000\u001B[31m\uFEFF på torget"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(stored("select title from report where reporter_email = ?", other.email))
                .hasValueSatisfying(title -> assertThat(title)
                        .startsWith("Släckt lampa")
                        .endsWith("på torget")
                        .doesNotContain("\u202E", "\u0000", "\u001B", "\uFEFF"));
    }

    @Test
    void tenMegabytesOfTitleAreRefusedAndTheRestIsKept() {
        Map<String, String> fields = resident.report("A".repeat(10_000_000));
        HttpResponse<String> page = resident.sendReport(fields);
        assertThat(page.statusCode()).isIn(413, 422);
        if (page.statusCode() == 422) {
            assertThat(page.body()).contains("Rubriken är för lång").contains("det är mörkt på gångvägen");
            assertThat(page.body().length()).isLessThan(200_000);
        }
        assertThat(stored("select count(*) from report where reporter_email = ?", resident.email))
                .hasValue("0");
    }

    @Test
    void anAddressWithALineBreakGetsNoMail() {
        for (String address : List.of(
                resident.email + "\r\nBcc: offer@example.net",
                "a@example.org\nSubject: hej",
                "a@example.org, b@example.org",
                "Namn <a@example.org>",
                "a@example.org%0d%0aBcc:b@example.org b")) {
            Map<String, String> fields = resident.report("Radbrytning i adressen");
            fields.put("email", address);
            HttpResponse<String> answer = resident.sendReport(fields);
            assertThat(answer.statusCode()).as(address).isEqualTo(422);
            assertThat(answer.body()).contains("ser inte ut som en e-postadress");
        }
        assertThat(stored("select count(*) from notification where recipient like ?", "%example.net%"))
                .hasValue("0");
    }

    @Test
    void aCategoryThatTheMunicipalityDoesNotHaveIsRefused() {
        // Karlstad has chosen its categories in authorities.csv, and water is not among them.
        Map<String, String> fields = resident.report("Vattenläcka i Karlstad");
        fields.put("lat", "59.3793");
        fields.put("lon", "13.5036");
        for (String category : List.of("water", "nonsense", "WATER", "' or 1=1 --")) {
            fields.put("category", category);
            HttpResponse<String> answer = resident.sendReport(fields);
            assertThat(answer.statusCode()).as(category).isEqualTo(422);
            assertThat(answer.body())
                    .contains("Den kategorin finns inte i Karlstad")
                    .contains("Vattenläcka i Karlstad");
        }
    }

    @Test
    void theSameFormSentTwiceIsOneReport() {
        resident.get("/rapportera");
        Map<String, String> fields = resident.report("Dubbelklick");
        fields.put("action", "send");
        List<CompletableFuture<HttpResponse<String>>> clicks = IntStream.range(0, 4)
                .mapToObj(click -> CompletableFuture.supplyAsync(() -> resident.upload("/rapportera", fields)))
                .toList();
        assertThat(clicks).allSatisfy(click -> {
            assertThat(click.join().statusCode()).isEqualTo(302);
            assertThat(click.join().headers().firstValue("location"))
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/rapportera/skickat"));
        });
        assertThat(resident.upload("/rapportera", fields).headers().firstValue("location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/rapportera/skickat"));
        assertThat(stored("select count(*) from report where reporter_email = ?", resident.email))
                .hasValue("1");
        String link = resident.confirmation(1);
        List<CompletableFuture<HttpResponse<String>>> presses;
        resident.get(link);
        presses = IntStream.range(0, 4)
                .mapToObj(press -> CompletableFuture.supplyAsync(() -> resident.post(link, Map.of())))
                .toList();
        assertThat(presses)
                .allSatisfy(press -> assertThat(press.join().statusCode()).isIn(200, 302));
        String report = stored("select id from report where reporter_email = ?", resident.email)
                .orElseThrow();
        Awaitility.await().untilAsserted(() -> assertThat(
                        stored("select group_concat(state) from delivery where report_id = ?", report))
                .hasValue("DELIVERED"));
        // Confirm, received, sent: one of each.
        assertThat(MailBox.await(resident.email, 3)).hasSize(3);
    }

    private static void harmless(String page) {
        assertThat(page)
                .doesNotContain("<script>alert")
                .doesNotContain("<script>1")
                .doesNotContain(">49<");
    }

    private static String raw(MimeMessage mail) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; mail.getContent() instanceof jakarta.mail.Multipart parts && i < parts.getCount(); i++) {
            if (parts.getBodyPart(i).isMimeType("text/html")) {
                parts.getBodyPart(i).getInputStream().transferTo(bytes);
            } else if (parts.getBodyPart(i).getContent() instanceof jakarta.mail.Multipart inner) {
                for (int j = 0; j < inner.getCount(); j++) {
                    inner.getBodyPart(j).getInputStream().transferTo(bytes);
                }
            }
        }
        return bytes.toString(java.nio.charset.StandardCharsets.UTF_8);
    }
}
