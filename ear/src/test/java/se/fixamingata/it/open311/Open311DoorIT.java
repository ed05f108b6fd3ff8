package se.fixamingata.it.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import se.fixamingata.it.ServerTest;
import se.fixamingata.it.Wire;

/** What goes wrong at the door is said in the format of the address: never a page, never a stack trace (open311.md, 6.1, 1 to 4 and 14). */
class Open311DoorIT extends ServerTest {

    private static final String ROOT = "/open311/v2/";
    private static final String JDK = "text/html, image/gif, image/jpeg, */*; q=0.2";

    @AfterEach
    void clear() throws SQLException {
        try (Connection database = database()) {
            OpenReports.take(database);
        }
    }

    /** Rule 6.1.1. */
    @ParameterizedTest
    @CsvSource({
        "discovery.xml, text/xml",
        "discovery.json, application/json",
        "services.XML, text/xml",
        "services.json, application/json",
        "services/lighting.xml, text/xml",
        "requests.json, application/json",
        "requests.xml, text/xml",
        "servicerequestupdates.json, application/json",
        "servicerequestupdates.xml, text/xml",
        "mala/requests.json, application/json",
        "openapi.json, application/json"
    })
    void theEndOfTheAddressIsTheFormatWhateverIsAccepted(String path, String type) {
        for (String accept : new String[] {JDK, "text/html", "application/xml", "nonsense"}) {
            HttpResponse<String> answer = get(ROOT + path, "Accept", accept);
            assertThat(answer.statusCode()).as(accept).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains(type + "; charset=utf-8");
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        }
    }

    /** Rule 6.1.14. */
    @ParameterizedTest
    @CsvSource({
        "nothing.json, 404",
        "nothing.xml, 404",
        "requests.csv, 404",
        "requests, 404",
        "requests/x.json, 404",
        "requests/999999999999.xml, 404",
        "services/nothing.json, 404",
        "services/nothing.xml, 404",
        "tokens/abc.json, 404",
        "atlantis/services.json, 404",
        "services.json?jurisdiction_id=atlantis, 404",
        "mala/services.json?jurisdiction_id=0180, 404",
        "a/b/c/d.json, 404",
        "openapi.xml, 404",
        "requests.json?api_key=fmg_nonsense, 403",
        "requests.xml?api_key=x, 403",
        "requests.json?start_date=2026-01-01&end_date=2026-09-01, 400",
        "requests.xml?status=gone, 400",
        "requests.json?page_size=1001, 400",
        "servicerequestupdates.json?start_date=x, 400",
        "../nothing.json, 404"
    })
    void whatGoesWrongIsAListOfErrorsInThatFormat(String path, int status) throws Exception {
        HttpResponse<String> refused = get(ROOT + path, "Accept", JDK);
        assertThat(refused.statusCode()).isEqualTo(status);
        if (path.contains(".json")) {
            assertJson(refused, status);
        } else {
            assertXml(refused, status);
        }
    }

    @ParameterizedTest
    @CsvSource({"PUT", "DELETE", "PATCH", "POST"})
    void aMethodThatIsNotServedIsRefusedInTheFormat(String method) throws Exception {
        HttpResponse<String> json = send(method, ROOT + "services.json", "a=b");
        assertJson(json, 405);
        assertThat(json.headers().firstValue("Allow").orElseThrow()).contains("GET");
        assertXml(send(method, ROOT + "discovery.xml", "a=b"), 405);
    }

    /** Rule 6.1.14. */
    @Test
    void aBodyThatIsTooLargeIsRefusedInTheFormat() throws Exception {
        String large = "description=" + "a".repeat(1_100_000);
        Wire.Answer json = Wire.post(ROOT + "requests.json", large);
        assertThat(json.status()).isEqualTo(413);
        assertThat(json.body()).contains("[{\"code\":413,");
        Wire.Answer xml = Wire.post(ROOT + "requests.xml", large);
        assertThat(xml.status()).isEqualTo(413);
        assertThat(xml.body()).contains("<errors><error><code>413</code>");
    }

    /** Nobody tells its length: it is read as far as forms may go. A short one is a call as any other. */
    @Test
    void aFormWithoutALengthIsReadAsFarAsOneWith() throws Exception {
        HttpResponse<String> large = unmeasured("requests.json", "description=" + "a".repeat(2_000_000));
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(large.body()).contains("[{\"code\":413,");
        HttpResponse<String> small = unmeasured("requests.xml", "api_key=fmg_nonsense&description=x");
        assertXml(small, 403);
        assertThat(small.body()).contains("api_key is not valid");
    }

    private static HttpResponse<String> unmeasured(String resource, String body) throws Exception {
        byte[] bytes = body.getBytes(StandardCharsets.US_ASCII);
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(BASE + ROOT + resource))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void oneKeyMayCallFiftyTimesASecondAndIsToldWhenToComeAgain() throws Exception {
        String key;
        try (Connection database = database()) {
            key = OpenReports.key(database, 1, OpenReports.AUTHORITY, "", false);
        }
        var calls = IntStream.range(0, 400)
                .mapToObj(i -> HTTP.sendAsync(
                        HttpRequest.newBuilder(URI.create(BASE + ROOT + "tokens/x.json?api_key=" + key))
                                .build(),
                        HttpResponse.BodyHandlers.ofString()))
                .toList();
        var refused = calls.stream()
                .map(CompletableFuture::join)
                .filter(answer -> answer.statusCode() == 429)
                .toList();
        assertThat(refused).isNotEmpty();
        assertJson(refused.get(0), 429);
        assertThat(refused.get(0).headers().firstValueAsLong("Retry-After")).hasValue(1);
    }

    @Test
    void aRevokedKeyOpensNothingFromThenOn() throws Exception {
        String key;
        try (Connection database = database()) {
            key = OpenReports.key(database, 1, OpenReports.AUTHORITY, "READ_PRIVATE", false);
            assertThat(get(ROOT + "mala/requests.json?api_key=" + key).statusCode())
                    .isEqualTo(200);
            assertThat(get(ROOT + "mala/requests.json", "X-Api-Key", key).statusCode())
                    .isEqualTo(200);
            OpenReports.run(
                    database, "update api_key set revoked_at = utc_timestamp(6) where id = " + (OpenReports.FIRST + 1));
        }
        assertJson(get(ROOT + "mala/requests.json?api_key=" + key), 403);
        assertThat(get(ROOT + "mala/requests.json?api_key=").statusCode()).isEqualTo(200);
    }

    /** Section 1, jurisdiction_id; rule 6.1.3. */
    @Test
    void anAuthorityIsFoundByCodeSlugAndWebAddressAndAnEmptyOneIsTheCountry() {
        String services = get(ROOT + "mala/services.json").body();
        for (String name : new String[] {"2418", "mala", "MALA", "mala.se", "www.mala.se"}) {
            assertThat(get(ROOT + "services.json?jurisdiction_id=" + name).body())
                    .isEqualTo(services);
        }
        assertThat(get(ROOT + "2418/services.json?jurisdiction_id=mala").body()).isEqualTo(services);
        assertThat(get(ROOT + "trv/services.json").body())
                .contains("state_road")
                .doesNotContain("lighting");
        assertThat(get(ROOT + "services.json?jurisdiction_id=&locale=").statusCode())
                .isEqualTo(200);
    }

    private static void assertJson(HttpResponse<String> refused, int status) {
        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/json; charset=utf-8");
        assertThat(refused.body())
                .startsWith("[{\"code\":" + status + ",\"description\":\"")
                .endsWith("\"}]");
    }

    private static void assertXml(HttpResponse<String> refused, int status) throws Exception {
        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(refused.headers().firstValue("Content-Type")).contains("text/xml; charset=utf-8");
        assertThat(refused.body()).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        Element errors = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(refused.body().getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
        assertThat(errors.getTagName()).isEqualTo("errors");
        assertThat(errors.getElementsByTagName("code").item(0).getTextContent()).isEqualTo("" + status);
        assertThat(errors.getElementsByTagName("description").item(0).getTextContent())
                .isNotBlank();
    }

    private static HttpResponse<String> send(String method, String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(BASE + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(
                        method,
                        // The container itself refuses a DELETE with a body.
                        method.equals("DELETE")
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .build());
    }
}
