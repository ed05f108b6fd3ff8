package se.fixamingata.it.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.it.Pictures;
import se.fixamingata.it.Resident;
import se.fixamingata.it.ServerTest;
import se.fixamingata.it.Staff;

/** What a system with a key may say at the door, and what it may not. Pajala is this test's alone; Arjeplog is the neighbour. */
class Open311PostingIT extends ServerTest {

    private static final String PAJALA = "2521";
    private static final String ARJEPLOG = "2506";
    private static final String ROOT = "/open311/v2/pajala/";
    private static final String KEYS = "/handlaggning/integration/nycklar?a=";
    private static final Pattern KEY = Pattern.compile("<code id=\"key\">(fmg_[A-Za-z0-9_-]{43})</code>");
    private static final Pattern NUMBER = Pattern.compile("\"service_request_id\":\"(\\d+)\"");
    private static final Pattern UPDATE = Pattern.compile("\"update_id\":\"(\\d+)\"");

    private final String unique = Long.toHexString(System.nanoTime());
    private Resident administrator;

    @BeforeEach
    void signIn() {
        administrator = Staff.administrator(PAJALA).signedIn();
    }

    private String key(Resident browser, String authority, String... scopes) {
        Map<String, String> fields =
                new HashMap<>(Map.of("action", "make", "name", "Systemet " + System.nanoTime(), "extended", "true"));
        for (String scope : scopes) {
            fields.put(scope, "true");
        }
        browser.get(KEYS + authority);
        HttpResponse<String> page = browser.post(KEYS + authority, fields);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("cache-control").orElse("")).contains("no-store");
        return found(KEY, page);
    }

    private static String found(Pattern pattern, HttpResponse<String> answer) {
        Matcher match = pattern.matcher(answer.body());
        assertThat(match.find()).as(answer.statusCode() + " " + answer.body()).isTrue();
        return match.group(1);
    }

    private Map<String, String> request(String key, String... changes) {
        Map<String, String> form = new HashMap<>(Map.of(
                "api_key", key,
                "service_code", "lighting",
                "lat", "67.21284",
                "long", "23.36607",
                "description", "Lampan blinkar. Hela natten " + unique));
        for (int i = 0; i < changes.length; i += 2) {
            form.put(changes[i], changes[i + 1]);
        }
        return form;
    }

    private static Map<String, String> update(String key, String report, String id, String status, String text) {
        return Map.of(
                "api_key", key,
                "service_request_id", report,
                "update_id", id,
                "status", status,
                "updated_datetime", "",
                "description", text);
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static HttpResponse<String> post(String path, Map<String, String> form) {
        return post(
                path,
                "application/x-www-form-urlencoded; charset=utf-8",
                encoded(form).getBytes());
    }

    private static HttpResponse<String> post(String path, String type, byte[] body) {
        return send(HttpRequest.newBuilder(URI.create(BASE + path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    /** Rules 6.1.2 and 6.1.12. */
    @Test
    void aReportIsPostedAnsweredAndReadBack() {
        String key = key(administrator, "pajala", "post_requests", "post_updates");
        HttpResponse<String> posted = post(ROOT + "requests.json", request(key, "account_id", "u7"));
        assertThat(posted.statusCode()).as(posted.body()).isEqualTo(200);
        assertThat(posted.body()).contains("\"account_id\":\"u7\"");
        String number = found(NUMBER, posted);
        assertThat(get("/rapport/" + number).statusCode()).isEqualTo(200);
        assertThat(found(NUMBER, post(ROOT + "requests.json", request(key)))).isEqualTo(number);

        Map<String, String> answer = update(key, number, "u-1", "IN_PROGRESS", "Vi är på väg.");
        HttpResponse<String> updated = post(ROOT + "servicerequestupdates.json", answer);
        assertThat(updated.statusCode()).as(updated.body()).isEqualTo(200);
        String update = found(UPDATE, updated);
        assertThat(found(UPDATE, post(ROOT + "servicerequestupdates.json", answer)))
                .isEqualTo(update);
        assertThat(get(ROOT + "servicerequestupdates.json?api_key=" + key + "&service_request_id=" + number)
                        .body())
                .containsOnlyOnce("Vi är på väg.")
                .contains("\"update_id\":\"" + update + "\"")
                .contains("IN_PROGRESS");
        assertThat(stored("select status from report where id = ?", number)).contains("IN_PROGRESS");
    }

    @Test
    void whoTimesOutAndPostsAgainAtOnceHasOneReport() {
        String key = key(administrator, "pajala", "post_requests");
        List<CompletableFuture<String>> all = IntStream.range(0, 6)
                .mapToObj(i ->
                        CompletableFuture.supplyAsync(() -> found(NUMBER, post(ROOT + "requests.json", request(key)))))
                .toList();
        assertThat(all.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        assertThat(stored("select count(*) from report where description like ?", "%" + unique))
                .contains("1");
    }

    @Test
    void photosComeInTheSameBody() {
        String key = key(administrator, "pajala", "post_requests");
        String boundary = "----client" + unique;
        List<byte[]> parts = new ArrayList<>();
        request(key)
                .forEach((name, value) -> parts.add(("--" + boundary + "\r\nContent-Disposition: form-data; name=\""
                                + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        parts.add(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"media\"; filename=\"lampa.jpg\"\r\n"
                        + "Content-Type: image/jpeg\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        parts.add(Pictures.streetLamp(640, 480));
        parts.add(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        byte[] body = new byte[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, body, at, part.length);
            at += part.length;
        }
        HttpResponse<String> posted = post(ROOT + "requests.json", "multipart/form-data; boundary=" + boundary, body);
        String number = found(NUMBER, posted);
        assertThat(stored("select count(*) from photo where report_id = ?", number))
                .contains("1");
    }

    @Test
    void argumentsMayStandInTheAddress() {
        String key = key(administrator, "pajala", "post_requests");
        HttpResponse<String> posted =
                post(ROOT + "requests.xml?" + encoded(request(key)), "application/x-www-form-urlencoded", new byte[0]);
        assertThat(posted.statusCode()).as(posted.body()).isEqualTo(200);
        assertThat(posted.body()).startsWith("<?xml").contains("<service_requests><request><service_request_id>");
    }

    @Test
    void aKeyOpensWhatItSaysAndNothingElse() {
        String reader = key(administrator, "pajala", "read_private");
        String poster = key(administrator, "pajala", "post_requests");
        String answerer = key(administrator, "pajala", "post_updates");
        String number = found(NUMBER, post(ROOT + "requests.json", request(poster, "email", unique + "@example.org")));

        for (String closed : List.of(reader, answerer, "fmg_nonsense", "")) {
            HttpResponse<String> refused = post(ROOT + "requests.xml", request(closed));
            assertThat(refused.statusCode()).as(closed).isEqualTo(403);
            assertThat(refused.body()).contains("<errors><error><code>403</code>");
        }
        for (String closed : List.of(reader, poster)) {
            assertThat(post(ROOT + "servicerequestupdates.json", update(closed, number, "u1", "FIXED", "Lagad."))
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(stored(
                        "select count(*) from integration_fault where action = 'CLIENT' and reason = 'client-refused'"
                                + " and subject = '403 POST servicerequestupdates' and authority_code = (select authority_code from report"
                                + " where id = ?)",
                        number))
                .as("on their desk, once")
                .contains("1");
        String address = ROOT + "requests/" + number + ".json?api_key=";
        assertThat(get(address + reader).body()).contains(unique + "@example.org");
        for (String closed : List.of(poster, answerer, "")) {
            assertThat(get(address + closed).body()).contains(number).doesNotContain(unique + "@example.org");
        }
        assertThat(stored("select status from report where id = ?", number)).contains("REPORTED");
    }

    @Test
    void nobodySpeaksForAForeignMunicipality() {
        String key = key(administrator, "pajala", "post_requests", "post_updates", "read_private");
        String foreign = key(
                Staff.administrator(ARJEPLOG).signedIn(), "arjeplog", "post_requests", "post_updates", "read_private");
        String number = found(NUMBER, post(ROOT + "requests.json", request(key, "email", unique + "@example.org")));

        assertThat(post(ROOT + "requests.json", request(foreign)).statusCode()).isEqualTo(403);
        assertThat(post("/open311/v2/requests.json", request(foreign, "description", "Över gränsen " + unique))
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("/open311/v2/servicerequestupdates.json", update(foreign, number, "u1", "FIXED", "Lagad."))
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("/open311/v2/requests/" + number + ".json?api_key=" + foreign)
                        .body())
                .contains(number)
                .doesNotContain(unique + "@example.org");
        assertThat(stored("select status from report where id = ?", number)).contains("REPORTED");
        assertThat(administrator.get(KEYS + "arjeplog").body()).doesNotContain("Arjeplog");
    }

    @Test
    void aRevokedKeyOpensNothingFromThatMomentOn() {
        String key = key(administrator, "pajala", "post_requests");
        assertThat(post(ROOT + "requests.json", request(key)).statusCode()).isEqualTo(200);
        String id = stored("select id from api_key where prefix = ?", key.substring(0, 10))
                .orElseThrow();
        assertThat(administrator
                        .post(KEYS + "pajala", Map.of("action", "revoke", "key", id))
                        .statusCode())
                .isEqualTo(302);
        assertThat(post(ROOT + "requests.json", request(key)).statusCode()).isEqualTo(403);
        assertThat(get(ROOT + "requests.json?api_key=" + key).statusCode()).isEqualTo(403);
        assertThat(administrator.get(KEYS + "pajala").body())
                .contains(key.substring(0, 10))
                .doesNotContain(key);
    }
}
