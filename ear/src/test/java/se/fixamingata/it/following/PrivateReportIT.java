package se.fixamingata.it.following;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.fixamingata.it.MailBox;
import se.fixamingata.it.Pictures;
import se.fixamingata.it.Resident;
import se.fixamingata.it.Resident.Upload;
import se.fixamingata.it.ServerTest;
import se.fixamingata.it.Staff;
import se.fixamingata.it.TestPorts;
import se.fixamingata.it.Wire;
import se.fixamingata.position.MapCell;
import se.fixamingata.position.Position;

/** A report that is not public: there for its reporter, and nowhere for anybody else. In Forshaga, "other" is such a category. */
class PrivateReportIT extends ServerTest {

    private static final String TITLE = "Grannens tuja skymmer hela korsningen";

    private final Resident reporter = new Resident();
    private final Resident stranger = new Resident();

    private String secretPage;
    private long number;
    private Map<String, String> fields;

    private void sendInPrivate() {
        fields = reporter.report(TITLE);
        fields.put("category", "other");
        assertThat(reporter.sendReport(fields, new Upload("tuja.jpg", "image/jpeg", Pictures.streetLamp(800, 600)))
                        .statusCode())
                .isEqualTo(302);
        String confirm = reporter.confirmation(1);
        assertThat(reporter.get(confirm).body()).contains("Den blir inte offentlig");
        HttpResponse<String> confirmed = reporter.post(confirm, Map.of());
        number = Resident.number(confirmed);
        secretPage = URI.create(confirmed.headers().firstValue("location").orElseThrow())
                .getPath();
    }

    @Test
    void theFormSaysSoBeforeItIsSent() {
        fields = reporter.report(TITLE);
        fields.put("category", "other");
        fields.put("action", "continue");
        reporter.get("/rapportera");
        reporter.upload("/rapportera", fields);
        HttpResponse<String> form = reporter.get("/rapportera");
        assertThat(form.body())
                .contains("Visas inte offentligt", "Rapporter i den här kategorin är inte offentliga")
                .doesNotContain("Det här blir offentligt");
    }

    @Test
    void itIsNowhereForStrangers() {
        sendInPrivate();
        String photo =
                stored("select id from photo where report_id = ?", number).orElseThrow();
        String around = "lat=" + fields.get("lat") + "&lon=" + fields.get("lon") + "&z=17&age=alla";
        Position place = Position.of(Double.parseDouble(fields.get("lat")), Double.parseDouble(fields.get("lon")));
        for (Resident other : List.of(
                stranger, Staff.resident().signedIn(), Staff.caseworker("1780").signedIn())) {
            assertThat(other.get("/rapport/" + number).statusCode()).isEqualTo(404);
            assertThat(other.get("/rapport/" + number + "/" + "A".repeat(43)).statusCode())
                    .isEqualTo(404);
            for (String page : List.of(
                    "/karta?" + around,
                    "/kartlista?" + around,
                    "/karta?" + around + "&text=tuja",
                    "/kartlista?" + around + "&text=tuja",
                    "/kommun/forshaga",
                    "/")) {
                assertThat(other.get(page).body()).as(page).doesNotContain("tuja skymmer");
            }
            assertThat(other.get("/karta?q=%23" + number).body()).contains("Det finns ingen rapport med nummer");
            assertThat(other.get("/api/places?q=%23" + number).body()).isEqualTo("[]");
            assertThat(other.get("/bild/" + photo + "/full").statusCode()).isEqualTo(404);
            assertThat(other.get("/bild/" + photo + "/thumb").statusCode()).isEqualTo(404);
            assertThat(other.get("/prenumerera/" + number).statusCode()).isEqualTo(404);
            assertThat(other.get("/felet-kvar/" + number).statusCode()).isEqualTo(404);
        }
        for (int zoom = 8; zoom <= 17; zoom += 3) {
            assertThat(get(tile(place, zoom)).body()).doesNotContain("\"" + number + "\"", ":" + number + ",", "tuja");
        }
        assertThat(stored(
                        "select coalesce(sum(reports), 0) from map_cell where level = 14 and cell = ? and category = 'other'",
                        MapCell.at(place, 14).number()))
                .hasValue("0");
    }

    private static String tile(Position place, int zoom) {
        int n = 1 << zoom;
        int x = (int) ((place.lon() + 180) / 360 * n);
        double rad = Math.toRadians(place.lat());
        int y = (int) ((1 - Math.log(Math.tan(rad) + 1 / Math.cos(rad)) / Math.PI) / 2 * n);
        return "/api/map/" + zoom + "/" + x + "/" + y + ".json";
    }

    @Test
    void nobodyIsToldOfItWhoReportsNextToIt() {
        sendInPrivate();
        Map<String, String> beside = stranger.report("En annan tuja");
        beside.put("category", "other");
        beside.put("lat", fields.get("lat"));
        beside.put("lon", fields.get("lon"));
        beside.put("action", "continue");
        stranger.get("/rapportera");
        stranger.upload("/rapportera", beside);
        assertThat(stranger.get("/rapportera").body())
                .contains("En annan tuja")
                .doesNotContain("tuja skymmer")
                .doesNotContain("Är felet redan rapporterat?");
    }

    @Test
    void itsReporterSeesItByTheLinkAndTheSecretStaysThere() throws IOException {
        sendInPrivate();
        String token = secretPage.substring(secretPage.lastIndexOf('/') + 1);
        HttpResponse<String> page = new Resident().get(secretPage);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(TITLE, "Bara du och handläggarna ser den här rapporten");
        assertThat(page.headers().firstValue("referrer-policy")).hasValue("no-referrer");
        assertThat(page.headers().firstValue("cache-control")).hasValue("private, no-store");
        assertThat(page.headers().map().toString()).doesNotContain(token);
        assertThat(page.body())
                .contains("<link rel=\"canonical\" href=\"" + BASE + "/rapport/" + number + "\"")
                .as("there is no address to give to others")
                .doesNotContain("data-url=", "id=\"share\"", "report-url");
        assertThat(meta(page.body())).noneMatch(tag -> tag.contains(token));

        Matcher picture = Pattern.compile("/bild/[A-Za-z0-9_-]{22}/full\\?nyckel=" + token)
                .matcher(page.body());
        assertThat(picture.find()).isTrue();
        HttpResponse<byte[]> seen = stranger.download(picture.group());
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(seen.headers().firstValue("cache-control")).hasValue("private, no-store");

        MimeMessage received = MailBox.await(reporter.email, 2).get(1);
        assertThat(MailBox.text(received)).contains("bara du och handläggarna ser den");
        String mailed = URI.create(MailBox.link(received, "/rapport/")).getPath();
        assertThat(new Resident().get(mailed).statusCode()).isEqualTo(200);
        assertThat(new Resident().get(secretPage + "x").statusCode()).isEqualTo(404);
        assertThat(Wire.ask("HEAD", secretPage).status()).isEqualTo(200);

        // And when something goes wrong there: an incident is logged with its path.
        Wire.ask("GET", secretPage + "?lang=%zz");
        assertThat(Files.readString(log())).doesNotContain(token);
    }

    private static List<String> meta(String body) {
        return Pattern.compile("<(meta|link)[^>]*>")
                .matcher(body)
                .results()
                .map(found -> found.group())
                .toList();
    }

    private static Path log() {
        return Path.of(
                System.getProperty("fmg.root", ".."),
                "target/test/payara-" + TestPorts.HTTP,
                "domain1/logs/server.log");
    }

    @Test
    void itsCaseworkerSeesIt() {
        sendInPrivate();
        Resident caseworker = Staff.caseworker("1763").signedIn();
        assertThat(caseworker.get("/handlaggning/rapport/" + number).body()).contains(TITLE);
    }

    @Test
    void aDeadLinkToAPublicReportSaysSoAndShowsIt() {
        long open = new Resident().reportConfirmed("Offentlig lampa");
        HttpResponse<String> page = stranger.get("/rapport/" + open + "/" + "A".repeat(43));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Offentlig lampa", "Din personliga länk gäller inte")
                .doesNotContain("Du ser rapporten som den som rapporterade");
    }
}
