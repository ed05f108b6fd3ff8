package se.fixamingata.it.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fixamingata.it.open311.OpenReports.FIXED;
import static se.fixamingata.it.open311.OpenReports.HIDDEN;
import static se.fixamingata.it.open311.OpenReports.PRIVATE;
import static se.fixamingata.it.open311.OpenReports.PUBLIC;
import static se.fixamingata.it.open311.OpenReports.UNCONFIRMED;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.it.ServerTest;

/** What systems read: exactly what GeoReport says, and nothing that is not theirs (open311.md, 6.1, 7 to 16). */
class Open311ReadingIT extends ServerTest {

    private static final String ROOT = "/open311/v2/mala/";

    private String own;
    private String ownPublic;
    private String foreign;

    @BeforeEach
    void reports() throws SQLException {
        try (Connection database = database()) {
            OpenReports.put(database);
            own = OpenReports.key(database, 1, OpenReports.AUTHORITY, "READ_PRIVATE", true);
            ownPublic = OpenReports.key(database, 2, OpenReports.AUTHORITY, "POST_UPDATES", false);
            foreign = OpenReports.key(database, 3, OpenReports.OTHER, "READ_PRIVATE", false);
        }
    }

    @AfterEach
    void noReports() throws SQLException {
        try (Connection database = database()) {
            OpenReports.take(database);
        }
    }

    @Test
    void aRequestIsExactlyThis() {
        String at = OpenReports.at(1) + ":00Z";
        HttpResponse<String> json = get(ROOT + "requests/" + FIXED + ".json");
        assertThat(json.body())
                .isEqualTo("[{\"service_request_id\":\"" + FIXED
                        + "\",\"status\":\"closed\",\"status_notes\":\"Åtgärdad: Ny lampa & <b>stolpe</b>\","
                        + "\"service_name\":\"Gatubelysning\",\"service_code\":\"lighting\","
                        + "\"description\":\"Lampan \\\"<b>å\\\" 🔦\\n\\nDen är mörk & kall\",\"agency_responsible\":\"Malå kommun\","
                        + "\"requested_datetime\":\"" + at + "\",\"updated_datetime\":\"" + at
                        + "\",\"address\":\"Storgatan 5, Malå\",\"address_id\":\"\",\"zipcode\":\"\",\"lat\":65.183800,\"long\":18.740100,"
                        + "\"media_url\":\"\"}]");
        assertThat(json.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(json.headers().allValues("Vary")).noneMatch(vary -> vary.contains("Cookie"));
        assertThat(get(ROOT + "requests/" + FIXED + ".xml").body())
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<service_requests><request><service_request_id>"
                        + FIXED
                        + "</service_request_id><status>closed</status>"
                        + "<status_notes>Åtgärdad: Ny lampa &amp; &lt;b&gt;stolpe&lt;/b&gt;</status_notes>"
                        + "<service_name>Gatubelysning</service_name><service_code>lighting</service_code>"
                        + "<description>Lampan \"&lt;b&gt;å\" 🔦\n\nDen är mörk &amp; kall</description>"
                        + "<agency_responsible>Malå kommun</agency_responsible><requested_datetime>" + at
                        + "</requested_datetime><updated_datetime>" + at
                        + "</updated_datetime><address>Storgatan 5, Malå</address><address_id/><zipcode/><lat>65.183800</lat>"
                        + "<long>18.740100</long><media_url/></request></service_requests>");
    }

    @Test
    void privateHiddenAndUnconfirmedReportsAreAbsentForStrangersAndForeignKeys() {
        for (String key : new String[] {"", foreign, ownPublic}) {
            for (String path : new String[] {
                "requests.json?",
                "requests.json?updated_after=2026-01-01&",
                "requests.json?service_request_id=" + PUBLIC + "," + FIXED + "," + PRIVATE + "," + HIDDEN + ","
                        + UNCONFIRMED + "&"
            }) {
                String body = get(ROOT + path + "api_key=" + key).body();
                assertThat(body).as(path).contains("\"" + PUBLIC + "\"", "\"" + FIXED + "\"");
                assertThat(body)
                        .as(path)
                        .doesNotContain(
                                "" + PRIVATE,
                                "" + HIDDEN,
                                "" + UNCONFIRMED,
                                "eva.ek",
                                "Eva Ek",
                                "contact_",
                                "non_public");
            }
            for (long id : new long[] {PRIVATE, HIDDEN, UNCONFIRMED}) {
                for (String path : new String[] {"requests/" + id, "tokens/" + id}) {
                    assertThat(get(ROOT + path + ".json?api_key=" + key).statusCode())
                            .isEqualTo(404);
                    assertThat(get("/open311/v2/" + path + ".xml?api_key=" + key)
                                    .statusCode())
                            .isEqualTo(404);
                }
            }
            assertThat(get(ROOT + "servicerequestupdates.json?api_key=" + key).body())
                    .contains("\"" + FIXED + "\"")
                    .doesNotContain("Hemligt", "" + PRIVATE);
        }
    }

    @Test
    void theAuthoritysOwnKeyReadsPrivateReportsAndTheReporter() {
        HttpResponse<String> answer = get(ROOT + "requests.json?api_key=" + own);
        assertThat(answer.body())
                .contains(
                        "\"" + PUBLIC + "\"", "\"" + PRIVATE + "\"", "\"status\":\"FIXED\",\"status_notes\":\"Ny lampa")
                .contains("\"non_public\":true,\"contact_name\":\"Eva Ek\",\"contact_email\":\"eva.ek@example.se\"")
                .doesNotContain("" + HIDDEN, "" + UNCONFIRMED);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("private, no-store");
        assertThat(get("/open311/v2/requests/" + PRIVATE + ".json?api_key=" + own)
                        .statusCode())
                .isEqualTo(200);
        assertThat(get(ROOT + "servicerequestupdates.xml?api_key=" + own).body())
                .contains("Hemligt");
    }

    @Test
    void whatItsOwnSystemFetchesIsDelivered() {
        assertThat(get(ROOT + "requests.json").statusCode()).isEqualTo(200);
        assertThat(get(ROOT + "requests.json?api_key=" + foreign).statusCode()).isEqualTo(200);
        assertThat(head(ROOT + "requests.json?api_key=" + own).statusCode()).isEqualTo(200);
        assertThat(state(PUBLIC)).isEqualTo("TO_FETCH");
        assertThat(get(ROOT + "requests.json?api_key=" + ownPublic).statusCode())
                .isEqualTo(200);
        assertThat(state(PUBLIC)).isEqualTo("DELIVERED");
        assertThat(state(PRIVATE)).as("not shown to that key").isEqualTo("TO_FETCH");
        assertThat(get(ROOT + "requests/" + PRIVATE + ".xml?api_key=" + own).statusCode())
                .isEqualTo(200);
        assertThat(state(PRIVATE)).isEqualTo("DELIVERED");
        assertThat(get(ROOT + "requests.json?api_key=" + own).statusCode()).isEqualTo(200);
        assertThat(stored(
                        "select concat(count(*), ' ', min(answer)) from delivery_attempt where delivery_id = ?",
                        PUBLIC))
                .contains("1 fetched by Ärendesystemet");
    }

    /** What follows a page is told by a link that neither skips nor repeats, and never tells the key. */
    @Test
    void aPageThatIsFullLeadsOn() {
        HttpResponse<String> first = get(ROOT + "requests.json?page=1&page_size=1&api_key=" + own);
        String link = first.headers().firstValue("Link").orElseThrow();
        assertThat(link)
                .startsWith("<" + BASE + ROOT + "requests.json?page_size=1&cursor=")
                .endsWith(">; rel=\"next\"");
        String next = link.substring(1 + BASE.length(), link.indexOf('>'));
        assertThat(get(next + "&api_key=" + own).body())
                .contains("\"" + FIXED + "\"")
                .doesNotContain("\"" + PUBLIC + "\"");
        assertThat(get(ROOT + "requests.json").headers().firstValue("Link")).isEmpty();
        assertThat(get(ROOT + "servicerequestupdates.xml?page_size=1").headers().firstValue("Link"))
                .isPresent();
    }

    @Test
    void nothingNewIsAnEmptyListInBothFormats() {
        String now = Instant.now().plusSeconds(1).toString();
        assertThat(get(ROOT + "requests.json?updated_after=" + now).body()).isEqualTo("[]");
        assertThat(get(ROOT + "requests.xml?updated_after=" + now).body())
                .endsWith("<service_requests></service_requests>");
    }

    /** Sections 2.1 to 2.5. */
    @Test
    void servicesAndTheirDefinitionsAreWhatClientsExpect() {
        assertThat(get(ROOT + "services.json").body())
                .startsWith(
                        "[{\"service_code\":\"waste\",\"service_name\":\"Avfall och återvinning\",\"description\":\"\",\"metadata\":true,"
                                + "\"type\":\"realtime\",\"keywords\":\"\",\"group\":\"Renhållning\"}");
        assertThat(get(ROOT + "services.json?locale=en").body()).contains("\"Waste and recycling\"");
        assertThat(get(ROOT + "services/waste.xml").body())
                .contains(
                        "<service_definition><service_code>waste</service_code><attributes>",
                        "<code>fixmystreet_id</code>");
        assertThat(get(ROOT + "discovery.json").body())
                .contains("\"specification\":\"http://wiki.open311.org/GeoReport_v2\"", "/open311/v2/mala\"")
                .contains("\"formats\":[\"text/xml\",\"application/json\"]");
        assertThat(get(ROOT + "discovery.json").body())
                .isEqualTo(get(ROOT + "discovery.json").body());
        assertThat(get("/open311/v2/openapi.json").body()).contains("\"openapi\": \"3.0.3\"", BASE + "/open311/v2\"");
        assertThat(get(ROOT + "tokens/" + PUBLIC + ".json").body())
                .isEqualTo("[{\"service_request_id\":\"" + PUBLIC + "\",\"token\":\"" + PUBLIC + "\"}]");
    }

    private static String state(long delivery) {
        return stored("select state from delivery where id = ?", delivery).orElseThrow();
    }

    private static HttpResponse<String> head(String path) {
        return send(HttpRequest.newBuilder(URI.create(BASE + path))
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build());
    }
}
