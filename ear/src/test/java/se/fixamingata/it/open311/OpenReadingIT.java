package se.fixamingata.it.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fixamingata.it.open311.OpenReports.FIXED;
import static se.fixamingata.it.open311.OpenReports.HIDDEN;
import static se.fixamingata.it.open311.OpenReports.PRIVATE;
import static se.fixamingata.it.open311.OpenReports.PUBLIC;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import se.fixamingata.it.ServerTest;

/** Feeds and GeoJSON: plain reading of what is public, by nobody in particular. */
class OpenReadingIT extends ServerTest {

    private static final String GEO = "/api/reports.geojson";

    @BeforeEach
    void reports() throws SQLException {
        try (Connection database = database()) {
            OpenReports.put(database);
        }
    }

    @AfterEach
    void noReports() throws SQLException {
        try (Connection database = database()) {
            OpenReports.take(database);
        }
    }

    @Test
    void geoJsonHoldsWhatIsPublicNewestFirstAndLeadsOn() {
        HttpResponse<String> all = get(GEO + "?municipality=mala");
        assertThat(all.headers().firstValue("Content-Type")).contains("application/geo+json");
        assertThat(all.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(all.body())
                .startsWith("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"id\":" + PUBLIC
                        + ",\"geometry\":{\"type\":\"Point\",\"coordinates\":[18.7401,65.1838]},\"properties\":{\"url\":\""
                        + BASE
                        + "/rapport/" + PUBLIC + "\",\"title\":\"Lampan \\\"<b>å\\\" 🔦\"")
                .contains("\"id\":" + FIXED, "\"status\":\"fixed\",\"group\":\"fixed\"")
                .doesNotContain("" + PRIVATE, "" + HIDDEN, "eva.ek", "Eva Ek", "\"next\"");
        HttpResponse<String> first = get(GEO + "?municipality=2418&limit=1");
        assertThat(first.body())
                .startsWith("{\"type\":\"FeatureCollection\",\"next\":\"" + BASE + GEO + "?cursor=")
                .contains("&municipality=2418&limit=1\"")
                .doesNotContain("\"id\":" + FIXED);
        assertThat(get(GEO + "?municipality=2418&limit=1&page=2").body()).contains("\"id\":" + FIXED);
        Matcher next = Pattern.compile("\"next\":\"" + Pattern.quote(BASE) + "([^\"]+)\"")
                .matcher(first.body());
        assertThat(next.find()).isTrue();
        assertThat(get(next.group(1)).body()).contains("\"id\":" + FIXED).doesNotContain("\"id\":" + PUBLIC + ",");
        assertThat(get(GEO + "?municipality=2418&limit=1&since=2020-01-01&cursor=")
                        .body())
                .contains("&since=2020-01-01\"");
        assertThat(get(GEO + "?municipality=2418&status=open").body()).doesNotContain("\"id\":" + FIXED);
        assertThat(get(GEO + "?bbox=18.7,65.1,18.8,65.2&category=lighting").body())
                .contains("\"id\":" + FIXED);
    }

    @ParameterizedTest
    @CsvSource({
        "status=gone, 400",
        "category=gone, 400",
        "since=gone, 400",
        "page=52, 400",
        "page=1000000&limit=1, 400",
        "'bbox=1,2,3', 400",
        "limit=0, 400",
        "cursor=1, 400",
        "limit=1001, 400",
        "page=x, 400",
        "municipality=atlantis, 404"
    })
    void whatMakesNoSenseIsRefused(String query, int status) {
        HttpResponse<String> refused = get(GEO + "?" + query);
        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(refused.body()).startsWith("{\"error\":{\"code\":\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/atom/kommun/mala", "/atom/kommun/2418", "/atom/kommun/mala/lighting"})
    void aFeedHoldsWhatIsPublic(String path) throws Exception {
        HttpResponse<String> answer = get(path, "Accept-Language", "sv");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/atom+xml; charset=utf-8");
        Document feed = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)));
        assertThat(feed.getElementsByTagName("entry").getLength()).isEqualTo(2);
        Element first = (Element) feed.getElementsByTagName("entry").item(0);
        assertThat(text(first, "id")).isEqualTo(BASE + "/rapport/" + PUBLIC);
        assertThat(text(first, "title")).isEqualTo("Lampan \"<b>å\" 🔦");
        assertThat(text(first, "summary")).isEqualTo("Rapporterad. Den är mörk & kall");
        assertThat(text(first, "georss:point")).isEqualTo("65.1838 18.7401");
        assertThat(text(feed.getDocumentElement(), "title")).endsWith("i Malå – FixaMinGata");
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(get(path, "If-None-Match", tag, "Accept-Language", "sv").statusCode())
                .isEqualTo(304);
    }

    @Test
    void feedsOfTheCountryAndOfCategoriesAreThereAndOthersAreNot() {
        assertThat(get("/atom/rapporter").statusCode()).isEqualTo(200);
        assertThat(get("/atom/kategori/lighting").statusCode()).isEqualTo(200);
        assertThat(get("/atom/kommun/mala/graffiti").body()).doesNotContain("<entry>");
        for (String none : new String[] {
            "/atom",
            "/atom/",
            "/atom/rapporter/1",
            "/atom/kategori/gone",
            "/atom/kommun/atlantis",
            "/atom/kommun/mala/gone",
            "/atom/kommun/mala/lighting/x"
        }) {
            HttpResponse<String> refused = get(none, "Accept-Language", "en");
            assertThat(refused.statusCode()).as(none).isEqualTo(404);
            assertThat(refused.headers().firstValue("Content-Type")).as(none).contains("text/plain;charset=utf-8");
            assertThat(refused.body().strip()).as(none).isEqualTo("There is no feed here.");
        }
        assertThat(get("/kommun/mala").body()).contains("href=\"/atom/kommun/mala\"");
    }

    private static String text(Element parent, String name) {
        return parent.getElementsByTagName(name).item(0).getTextContent();
    }
}
