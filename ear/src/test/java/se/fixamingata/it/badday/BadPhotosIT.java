package se.fixamingata.it.badday;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.fixamingata.it.Pictures;
import se.fixamingata.it.Resident;
import se.fixamingata.it.Resident.Upload;
import se.fixamingata.it.ServerTest;
import se.fixamingata.it.Wire;

/** Files that are no photos, or too much of one: each is refused by name, and nothing that was typed is lost. */
class BadPhotosIT extends ServerTest {

    private final Resident resident = new Resident();

    @Test
    void eachBadFileIsNamedWithItsReasonAndTheTextSurvives() {
        Map<String, String> fields = resident.report("Lykta med många filer");
        byte[] bomb = Pictures.bomb(30_000, 30_000, 10_000);
        assertThat(bomb.length).as("a small file").isLessThan(60_000);
        HttpResponse<String> page = resident.sendReport(
                fields,
                new Upload(
                        "sida.jpg", "image/jpeg", "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)),
                new Upload("smal.png", "image/png", Pictures.bomb(1, 150_000_000, 10)),
                new Upload("bomb.png", "image/png", bomb),
                new Upload("halv.jpg", "image/jpeg", Pictures.truncated()),
                new Upload("iphone.heic", "image/heic", Pictures.heic()),
                new Upload("../../etc/<b>tom.jpg", "image/jpeg", new byte[0]),
                new Upload(
                        "ritning.svg",
                        "image/svg+xml",
                        "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8)),
                new Upload("program.jpg", "image/jpeg", new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1, 0}));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("Filen sida.jpg är en webbsida")
                .contains("Bilden smal.png är")
                .contains("Bilden bomb.png är")
                .contains("Bilden halv.jpg är inte hel")
                .contains("Bilden iphone.heic är i formatet HEIC")
                .contains("tom.jpg är tom")
                .contains("ritning.svg är en SVG-teckning")
                .contains("program.jpg är ingen bild")
                .doesNotContain("<b>tom");
        assertThat(page.body())
                .contains("value=\"Lykta med många filer\"")
                .contains("det är mörkt på gångvägen")
                .contains("value=\"Anna Andersson\"")
                .contains("value=\"" + resident.email + "\"");
        assertThat(stored("select count(*) from report where reporter_email = ?", resident.email))
                .hasValue("0");
    }

    @Test
    void anAnimatedPictureIsTakenAsAStillOne() {
        long number = resident.reportConfirmed(
                "Blinkande lykta", new Upload("blink.gif", "image/gif", Pictures.animatedGif()));
        String photo =
                stored("select id from photo where report_id = ?", number).orElseThrow();
        assertThat(resident.get("/bild/" + photo + "/full").headers().firstValue("content-type"))
                .hasValue("image/jpeg");
    }

    @Test
    void theScriptsDoorSaysTheSame() {
        resident.get("/rapportera");
        for (int i = 1; i <= 5; i++) {
            assertThat(photo("bild" + i + ".jpg", Pictures.streetLamp(320, 240)).statusCode())
                    .isEqualTo(200);
        }
        refused(photo("sjatte.jpg", Pictures.streetLamp(320, 240)), "sjatte.jpg");
        refused(photo("tung.jpg", Pictures.padded(21 * 1024 * 1024)), "tung.jpg är 21 MB");
        assertThat(resident.get("/rapportera").body()).contains("bild5.jpg").doesNotContain("sjatte.jpg");
    }

    @Test
    void moreThanAnybodyNeedsIsRefusedBeforeItIsRead() {
        // Announced, but never sent: who waits for the answer first sees it.
        Wire.Answer answer = Wire.ask(
                "POST",
                "/rapportera/foto",
                "Content-Type: multipart/form-data; boundary=x",
                "Content-Length: " + 140 * 1024 * 1024);
        assertThat(answer.status()).isEqualTo(413);
    }

    private HttpResponse<String> photo(String name, byte[] bytes) {
        return resident.upload("/rapportera/foto", Map.of(), new Upload(name, "image/jpeg", bytes));
    }

    private static void refused(HttpResponse<String> answer, String words) {
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"photo_refused\"").contains(words);
    }
}
