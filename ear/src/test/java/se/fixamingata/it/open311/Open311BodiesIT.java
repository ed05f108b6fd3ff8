package se.fixamingata.it.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixamingata.it.Pictures;
import se.fixamingata.it.ServerTest;
import se.fixamingata.it.TestPorts;
import se.fixamingata.it.Wire;

/** What systems put into the bodies of their posts, and what hostile ones do (open311.md, 6.1, 4 to 6 and 14). */
class Open311BodiesIT extends ServerTest {

    private static final String ROOT = "/open311/v2/mala/";
    private static final Pattern NUMBER = Pattern.compile("\"service_request_id\":\"(\\d+)\"");

    private static final Path LOG = Path.of(
            System.getProperty("fmg.root", ".."), "target/test/payara-" + TestPorts.HTTP, "domain1/logs/server.log");

    private final String unique = Long.toHexString(System.nanoTime());
    private String key;

    @BeforeEach
    void aKey() throws SQLException {
        try (Connection database = database()) {
            OpenReports.take(database);
            key = OpenReports.key(database, 1, OpenReports.AUTHORITY, "POST_REQUESTS,POST_UPDATES", true);
        }
    }

    @AfterEach
    void clear() throws SQLException {
        try (Connection database = database()) {
            OpenReports.take(database);
        }
    }

    /** A body of parts. */
    private static final class Body {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final String boundary;

        Body(String boundary) {
            this.boundary = boundary;
        }

        Body part(String headers, byte[] content) {
            try {
                bytes.write(("--" + boundary + "\r\nContent-Disposition: form-data; " + headers + "\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
                bytes.write(content);
                bytes.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                return this;
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }

        Body field(String name, String value) {
            return part("name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
        }

        byte[] whole() {
            bytes.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
            return bytes.toByteArray();
        }
    }

    private Body request(String boundary) {
        return new Body(boundary)
                .field("api_key", key)
                .field("service_code", "lighting")
                .field("lat", "65.18380")
                .field("long", "18.74010");
    }

    private static HttpResponse<String> post(String path, String type, byte[] body) {
        return send(HttpRequest.newBuilder(URI.create(BASE + path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    private static String number(HttpResponse<String> posted) {
        Matcher found = NUMBER.matcher(posted.body());
        assertThat(found.find()).as(posted.statusCode() + " " + posted.body()).isTrue();
        return found.group(1);
    }

    /** Rule 6.1.6: one library's boundaries have equals signs without quotes, and another names a charset that it does not use. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data; boundary====1795====",
                "multipart/form-data; boundary=\"===1795====\"",
                "multipart/form-data;charset=UTF-8;boundary====1795===="
            })
    void aBoundaryWithEqualsSignsIsReadWithAllItsPictures(String type) throws IOException {
        byte[] latin = ("Väg mörk " + unique + type.length()).getBytes(Charset.forName("ISO-8859-1"));
        HttpResponse<String> posted = post(
                ROOT + "requests.json",
                type,
                request("===1795====")
                        .part("name=\"description\"\r\nContent-Type: text/plain; charset=ISO-8859-1", latin)
                        .part(
                                "name=\"media\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg",
                                Pictures.streetLamp(640, 480))
                        .part("name=\"media[]\"; filename=\"b.jpg\"", Pictures.streetLamp(480, 640))
                        .part("name=\"photo\"; filename=\"\"", new byte[0])
                        .whole());
        assertThat(posted.statusCode()).as(posted.body()).isEqualTo(200);
        String number = number(posted);
        assertThat(stored("select count(*) from photo where report_id = ?", number))
                .contains("2");
        assertThat(stored("select description from report where id = ?", number))
                .contains("Väg mörk " + unique + type.length());
    }

    /** Rule 6.1.4: clients made from OpenAPI documents put arguments into the address, whatever the body is. */
    @Test
    void argumentsMayStandInTheAddressAndTheKeyIsWrittenNowhere() throws Exception {
        String query = "?service_code=lighting&lat=65.1838&jurisdiction_id=&description="
                + URLEncoder.encode("Bänken är trasig " + unique, StandardCharsets.UTF_8);
        String number = number(post(
                ROOT + "requests.json" + query,
                "application/x-www-form-urlencoded",
                ("long=18.7401&api_key=" + key).getBytes()));
        assertThat(stored("select description from report where id = ?", number))
                .contains("Bänken är trasig " + unique);
        assertThat(number(post(
                        ROOT + "requests.json" + query + "&api_key=" + key,
                        "multipart/form-data; boundary=b",
                        new Body("b").field("long", "18.7401").whole())))
                .isEqualTo(number);
        // What may be written down is what cannot be read.
        for (String broken : new String[] {"%zz", "&x=%zz", "&%e5=%ff", "&a=" + "x".repeat(3_000)}) {
            String address = BASE + ROOT + "requests.xml?api_key=" + key;
            Wire.ask("GET", address.substring(BASE.length()) + broken);
        }
        assertThat(Files.readString(LOG, StandardCharsets.UTF_8)).isNotEmpty().doesNotContain(key.substring(4, 30));
    }

    @Test
    void withoutAKeyNothingIsPosted() {
        byte[] body = new Body("b")
                .field("service_code", "lighting")
                .field("lat", "65.1838")
                .field("long", "18.7401")
                .whole();
        HttpResponse<String> refused = post(ROOT + "requests.xml", "multipart/form-data; boundary=b", body);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("<error><code>403</code><description>api_key is missing</description>");
        assertThat(post(ROOT + "servicerequestupdates.json", "multipart/form-data; boundary=b", body)
                        .statusCode())
                .isEqualTo(403);
    }

    /** Rule 6.1.14. */
    @ParameterizedTest
    @ValueSource(strings = {"", "--b", "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nhalf a val"})
    void aBodyThatIsCutOffIsRefusedInTheFormat(String end) {
        byte[] start = request("b").bytes.toByteArray();
        byte[] cut = new byte[start.length + end.length()];
        System.arraycopy(start, 0, cut, 0, start.length);
        System.arraycopy(end.getBytes(), 0, cut, start.length, end.length());
        HttpResponse<String> refused = post(ROOT + "requests.json", "multipart/form-data; boundary=b", cut);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).startsWith("[{\"code\":400,\"description\":\"");
    }

    /** Each part cost the container a thousand bytes for ever: this body would have cost it half its heap. */
    @Test
    void aBodyOfManyThousandPartsIsRefused() {
        Body body = request("b");
        for (int i = 0; i < 50_000; i++) {
            body.field("a", "");
        }
        byte[] whole = body.whole();
        HttpResponse<String> refused = post(ROOT + "requests.xml", "multipart/form-data; boundary=b", whole);
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("<errors><error><code>413</code>");
        assertThat(post("/rapportera", "multipart/form-data; boundary=b", whole).statusCode())
                .as("forms of people are bounded, too")
                .isEqualTo(413);
    }

    /** Section 2.4: the description is optional, and so is everything but a service and a place. */
    @Test
    void aServiceAndAPlaceAreAReport() {
        HttpResponse<String> posted = post(
                ROOT + "requests.json",
                "multipart/form-data; boundary=b",
                request("b").field("locale", "en").whole());
        assertThat(posted.body()).contains("\"service_notice\":\"The report has number ");
        assertThat(get(ROOT + "requests/" + number(posted) + ".json").body())
                .contains("Sent without a description.")
                .doesNotContain("service_notice");
    }
}
