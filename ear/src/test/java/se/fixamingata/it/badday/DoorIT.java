package se.fixamingata.it.badday;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixamingata.it.MailBox;
import se.fixamingata.it.Resident;
import se.fixamingata.it.ServerTest;
import se.fixamingata.it.Wire;

/** Requests that no page of ours makes, and what every answer carries. */
class DoorIT extends ServerTest {

    private final Resident resident = new Resident();

    @Test
    void aPostFromAForeignPageChangesNothing() {
        resident.get("/rapportera");
        Map<String, String> fields = resident.report("Skickad av någon annan");
        fields.put("action", "send");
        refused(resident.post("/rapportera", fields, "Origin", "https://evil.example"));
        refused(resident.post("/rapportera", fields, "Sec-Fetch-Site", "cross-site"));
        refused(resident.post("/rapportera", fields, "Sec-Fetch-Site", "same-site"));
        refused(resident.post("/rapportera", fields, "Origin", "null"));
        Resident other = new Resident();
        other.get("/rapportera");
        Map<String, String> borrowed = resident.report("Med en annans fält");
        borrowed.put("fmg_csrf", other.token());
        refused(resident.post("/rapportera", borrowed));
        borrowed.put("fmg_csrf", "");
        refused(resident.post("/rapportera/utkast", borrowed, "Accept", "application/json"));
        assertThat(stored("select count(*) from draft where email = ?", resident.email))
                .hasValue("0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/open311/v2/..%2f..%2flogga-in",
                "/open311/..%2frapportera",
                "/handlaggning/..%2fkonto",
                "/open311;/../logga-in"
            })
    void noPageHasASecondSpelling(String disguised) {
        assertThat(Wire.post(disguised, "email=a%40b.example", "Origin: https://evil.example")
                        .status())
                .isIn(400, 404);
        assertThat(Wire.ask("GET", disguised).status()).isIn(400, 404);
    }

    /** Browsers tell how long their forms are. */
    @Test
    void aPagesFormWithoutALengthIsNotRead() {
        byte[] large = ("title=" + "a".repeat(2_000_000)).getBytes(StandardCharsets.US_ASCII);
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(BASE + "/rapportera"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
                .build());
        assertThat(answer.statusCode()).isEqualTo(411);
        assertThat(answer.body()).contains("</html>").doesNotContain("aaaa");
    }

    @Test
    void nothingIsUnpackedBeforeItIsCounted() throws IOException {
        byte[] packed = new byte[0];
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("a=".getBytes(StandardCharsets.US_ASCII));
            byte[] portion = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (int megabyte = 0; megabyte < 300; megabyte++) {
                gzip.write(portion);
            }
            gzip.finish();
            packed = bytes.toByteArray();
        }
        for (String address : List.of("/logga-in", "/open311/v2/requests.json")) {
            HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(BASE + address))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Content-Encoding", "gzip")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(packed))
                    .build());
            assertThat(answer.statusCode()).as(address).isEqualTo(415);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/karta",
                "/karta?q=Forshaga",
                "/kartlista?lat=59&lon=13&z=12",
                "/rapportera",
                "/rapport/1",
                "/finns-inte",
                "/kommun/forshaga",
                "/bekrafta/x",
                "/api/municipality?lat=59.53&lon=13.48",
                "/api/municipality?lat=x",
                "/api/nothing",
                "/api/places?q=Kil",
                "/api/map/10/549/300.json",
                "/karta/bas/6/34/18.png",
                "/karta/bas/x",
                "/bild/x/thumb",
                "/resources/css/site.css",
                "/resources/css/none.css",
                "/webjars/leaflet/1.9.4/dist/leaflet.js",
                "/index.xhtml",
                "/WEB-INF/web.xml",
                "/jakarta.faces.resource/x.js.xhtml?ln=y"
            })
    void everyAnswerTellsBrowsersWhatItNeverDoes(String path) {
        quiet(resident.get(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "PUT", "DELETE", "PATCH", "PROPFIND", "NONSENSE"})
    void methodsThatNothingHereKnowsAreRefused(String method) {
        for (String path : new String[] {"/", "/karta", "/api/places", "/bild/x/thumb"}) {
            Wire.Answer answer = Wire.ask(method, path, "X-Forwarded-For: " + resident.address);
            assertThat(answer.status()).as(method + " " + path).isIn(400, 403, 404, 405, 501);
            tellsNothing(answer.head() + answer.body());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/resources/../WEB-INF/web.xml",
                "/resources/%2e%2e/WEB-INF/web.xml",
                "/resources/..%2fWEB-INF%2fweb.xml",
                "/resources/css/..%5c..%5cWEB-INF%5cweb.xml",
                "/resources/css/%252e%252e/%252e%252e/WEB-INF/web.xml",
                "/webjars/../../../../../../etc/passwd",
                "/webjars/..;/WEB-INF/web.xml",
                "/karta/bas/../../../../etc/passwd",
                "/karta/bas/6/34/..%2f..%2f..%2fetc%2fpasswd",
                "/bild/../../etc/passwd",
                "/bild/..%2f..%2f/full",
                "/WEB-INF/templates/layout.xhtml",
                "/WEB-INF%2fweb.xml",
                "/%57EB-INF/web.xml",
                "//WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/index.xhtml%00.png",
                "/jakarta.faces.resource/web.xml.xhtml?ln=../WEB-INF"
            })
    void noPathLeadsToWhatIsNotMeantToBeRead(String path) {
        Wire.Answer answer = Wire.ask("GET", path);
        assertThat(answer.status()).isIn(301, 302, 400, 403, 404);
        assertThat(answer.body())
                .doesNotContain("<web-app")
                .doesNotContain("root:")
                .doesNotContain("ui:insert")
                .doesNotContain("Manifest-Version");
        tellsNothing(answer.head() + answer.body());
    }

    @Test
    void endlessAddressesAreRefusedAndNothingMore() {
        String long7 = "a".repeat(7_000);
        assertThat(resident.get("/karta?q=" + long7).statusCode()).isIn(200, 400, 414);
        assertThat(resident.get("/api/places?q=" + long7).statusCode()).isEqualTo(400);
        Wire.Answer huge = Wire.ask("GET", "/karta?q=" + "a".repeat(200_000));
        assertThat(huge.status()).isIn(0, 400, 413, 414, 431);
        tellsNothing(huge.head() + huge.body());
        assertThat(get("/karta").statusCode()).isEqualTo(200);
    }

    @Test
    void whoAsksTooOftenIsToldHowLongToWaitAndNobodyElseIs() {
        HttpResponse<String> answer = untilRefused("/api/places?q=Kil");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).contains("\"code\":\"too_many_requests\"");
        assertThat(answer.headers().firstValueAsLong("retry-after").orElse(0)).isBetween(1L, 60L);
        HttpResponse<String> page = untilRefused("/karta?q=Kil");
        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(page.body()).contains("Vänta en liten stund").contains("Inget du skrivit");
        assertThat(new Resident().get("/api/places?q=Kil").statusCode()).isEqualTo(200);
        assertThat(resident.get("/karta").statusCode()).isEqualTo(200);
    }

    @Test
    void theHostThatACallerNamesGetsIntoNoMail() {
        resident.get("/rapportera");
        Map<String, String> fields = resident.report("Falsk värd");
        fields.put("fmg_csrf", resident.token());
        fields.put("action", "send");
        StringBuilder form = new StringBuilder();
        fields.forEach((name, value) -> form.append(form.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8)));
        Wire.post(
                "/rapportera",
                form.toString(),
                "Host: evil.example",
                "X-Forwarded-Host: evil.example",
                "Forwarded: host=evil.example",
                "X-Forwarded-For: " + resident.address,
                "Cookie: fmg_csrf=" + resident.cookie("fmg_csrf") + "; fmg_draft=" + resident.cookie("fmg_draft"));
        String text = MailBox.text(MailBox.await(resident.email, 1).get(0));
        assertThat(text).contains(BASE + "/bekrafta/").doesNotContain("evil.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/karta.xhtml", "/om.xhtml", "/rapport.xhtml", "/index.xhtml"})
    void aPageHasOneAddressAndNoneOnTheHostThatACallerNames(String path) {
        Wire.Answer answer = Wire.ask("GET", path, "Host: evil.example");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.head() + answer.body()).doesNotContain("evil.example");
    }

    /** The bucket fills again while we ask, so one more may get through at any time; it is answered with a page or with the way to one. */
    private HttpResponse<String> untilRefused(String path) {
        HttpResponse<String> answer = resident.get(path);
        for (int time = 0; time < 500 && answer.statusCode() != 429; time++) {
            answer = resident.get(path);
        }
        return answer;
    }

    private static void refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    private static void quiet(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isLessThan(500);
        assertThat(answer.headers().firstValue("content-security-policy")).hasValueSatisfying(policy -> assertThat(
                        policy)
                .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"));
        assertThat(answer.headers().firstValue("x-content-type-options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("referrer-policy")).isPresent();
        assertThat(answer.headers().firstValue("x-frame-options")).hasValue("DENY");
        assertThat(answer.headers().firstValue("server")).isEmpty();
        assertThat(answer.headers().firstValue("x-powered-by")).isEmpty();
        assertThat(answer.headers().allValues("set-cookie")).noneMatch(cookie -> cookie.contains("JSESSIONID"));
        tellsNothing(answer.body());
    }

    /** No stack traces, no names and versions of what we run on. */
    static void tellsNothing(String text) {
        assertThat(text)
                .doesNotContainIgnoringCase("payara")
                .doesNotContainIgnoringCase("glassfish")
                .doesNotContainIgnoringCase("grizzly")
                .doesNotContain("Exception")
                .doesNotContain("at java.base")
                .doesNotContain("at org.")
                .doesNotContain("se.fixamingata.");
    }
}
