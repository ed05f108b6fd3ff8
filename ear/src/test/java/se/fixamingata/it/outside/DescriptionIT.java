package se.fixamingata.it.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.it.Resident;
import se.fixamingata.it.ServerTest;

/** Our description of our Open311 server: every address of it is asked, well and badly, and answers as it says. */
class DescriptionIT extends ServerTest {

    private static final String ROOT = "/open311/v2";

    private final String description = get(ROOT + "/openapi.json").body();
    private final ValidatingProxy proxy = new ValidatingProxy(BASE, ROOT, description);
    private final Set<String> called = new TreeSet<>();
    private String key;
    private String report;

    @BeforeEach
    void aReportAndAKey() throws SQLException {
        report = String.valueOf(new Resident().reportConfirmed("Prövar beskrivningen"));
        try (Connection database = database()) {
            key = AccessKey.put(database, "1763", "READ_PRIVATE,POST_REQUESTS,POST_UPDATES");
        }
    }

    @AfterEach
    void takeTheKey() throws SQLException {
        proxy.close();
        try (Connection database = database()) {
            AccessKey.take(database);
        }
    }

    @Test
    void everyAddressAnswersAsItIsDescribed() throws IOException {
        for (String format : new String[] {"json", "xml"}) {
            reading(format);
            posting(format);
        }
        ask(200, "GET", "/openapi.json", "", null);
        assertThat(proxy.faults()).isEmpty();
        assertThat(called).isEqualTo(described());
    }

    private void reading(String format) {
        String own = "?jurisdiction_id=forshaga&api_key=" + key;
        ask(200, "GET", "/discovery." + format, own, null);
        ask(404, "GET", "/discovery." + format, "?jurisdiction_id=atlantis", null);
        ask(200, "GET", "/services." + format, own + "&locale=en", null);
        ask(403, "GET", "/services." + format, "?api_key=fmg_x", null);
        ask(200, "GET", "/services/{service_code}." + format, "lighting", own, null);
        ask(404, "GET", "/services/{service_code}." + format, "nothing", "", null);
        ask(200, "GET", "/requests." + format, own + "&page_size=1&q=beskrivningen&status=open", null);
        ask(200, "GET", "/requests." + format, own + "&updated_after=2026-01-01&cursor=1-1", null);
        ask(400, "GET", "/requests." + format, "?bbox=1", null);
        ask(404, "GET", "/requests." + format, "?service_request_id=1&jurisdiction_id=atlantis", null);
        ask(200, "GET", "/requests/{service_request_id}." + format, report, own, null);
        ask(404, "GET", "/requests/{service_request_id}." + format, "999999999999", "", null);
        ask(200, "GET", "/tokens/{token}." + format, report, own, null);
        ask(404, "GET", "/tokens/{token}." + format, "abc", "", null);
        ask(200, "GET", "/servicerequestupdates." + format, own + "&page_size=5", null);
        ask(400, "GET", "/servicerequestupdates." + format, "?end_date=soon", null);
    }

    private void posting(String format) {
        String place = "&service_code=lighting&lat=59.60410&long=13.48050";
        ask(200, "POST", "/requests." + format, "?jurisdiction_id=forshaga&locale=en", "api_key=" + key + place);
        ask(400, "POST", "/requests." + format, "", "api_key=" + key + "&service_code=lighting");
        ask(403, "POST", "/requests." + format, "", place.substring(1));
        ask(404, "POST", "/requests." + format, "", "api_key=" + key + place.replace("lighting", "glass"));
        String update =
                "service_request_id=" + report + "&update_id=" + format + "&status=IN_PROGRESS&description=Vi+ser";
        ask(200, "POST", "/servicerequestupdates." + format, "", "api_key=" + key + "&" + update);
        ask(
                400,
                "POST",
                "/servicerequestupdates." + format,
                "",
                "api_key=" + key + "&update_id=a&service_request_id=1");
        ask(403, "POST", "/servicerequestupdates." + format, "", update);
        ask(
                404,
                "POST",
                "/servicerequestupdates." + format,
                "",
                "api_key=" + key + "&" + update.replace(report, "999999999999"));
    }

    private void ask(int status, String method, String path, String query, String form) {
        ask(status, method, path, "", query, form);
    }

    private void ask(int status, String method, String path, String item, String query, String form) {
        called.add(method.toLowerCase() + " " + path);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(proxy.address() + ROOT + path.replaceFirst("\\{.*}", item) + query));
        if (form == null) {
            request.GET();
        } else {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form));
        }
        assertThat(send(request.build()).statusCode())
                .as(method + " " + path + " " + item + query + " " + form)
                .isEqualTo(status);
    }

    private Set<String> described() throws IOException {
        Set<String> all = new TreeSet<>();
        JsonNode paths = new ObjectMapper().readTree(description).get("paths");
        paths.fieldNames()
                .forEachRemaining(
                        path -> paths.get(path).fieldNames().forEachRemaining(method -> all.add(method + " " + path)));
        return all;
    }
}
