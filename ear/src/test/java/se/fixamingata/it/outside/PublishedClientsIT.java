package se.fixamingata.it.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.it.Pictures;
import se.fixamingata.it.Resident;
import se.fixamingata.it.ServerTest;

/** Published Open311 clients, unchanged, against our server; every call and every answer is held against our own description. */
class PublishedClientsIT extends ServerTest {

    private static final String FORSHAGA = "forshaga";
    private static final String SERVICE = "lighting";

    private final ValidatingProxy proxy = new ValidatingProxy(
            BASE, "/open311/v2", get("/open311/v2/openapi.json").body());
    private String key;
    private String report;

    @BeforeEach
    void aReportAndAKey() throws SQLException {
        report = String.valueOf(new Resident().reportConfirmed("Läst av andras program & <oss>"));
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
    void georeportReadsJson() {
        JsonNode seen = client("georeport", FORSHAGA, "json");
        readByGeoreport(seen, "attributes");
        assertThat(seen.at("/services/0/metadata").isBoolean()).isTrue();
        assertThat(seen.at("/request/lat").isNumber()).isTrue();
    }

    @Test
    void georeportReadsXml() {
        JsonNode seen = client("georeport", FORSHAGA, "xml");
        readByGeoreport(seen, "attributes/attribute");
        assertThat(seen.at("/services/0/metadata").asText()).isIn("true", "false");
    }

    @Test
    void civicbotReadsPostsAndIsRefused() {
        JsonNode seen = client("civicbot", FORSHAGA);
        assertThat(codes(seen.get("services"))).contains(SERVICE);
        String number = seen.at("/posted/0/service_request_id").asText();
        assertThat(number).isNotEmpty();
        assertThat(seen.at("/again/0/service_request_id").asText()).isEqualTo(number);
        assertThat(stored("select count(*) from report where reporter_email = 'asa@example.org' and id = ?", number))
                .hasValue("1");
        assertThat(seen.at("/request/description").asText()).contains("vid bänken & <räcket> — åäö 🌧");
        assertThat(seen.at("/request/lat").asDouble()).isEqualTo(59.6041);
        assertThat(numbers(seen.get("several"))).containsExactlyInAnyOrder(report, number);
        assertThat(seen.get("requests")).hasSizeLessThanOrEqualTo(5);
        assertThat(seen.at("/token/0/service_request_id").asText()).isEqualTo(number);
        assertThat(seen.at("/refused/status").asInt()).isEqualTo(403);
        assertThat(seen.at("/refused/body/0/code").asInt()).isEqualTo(403);
        assertThat(seen.at("/missing/status").asInt()).isEqualTo(404);
        assertThat(seen.at("/missing/body/0/description").asText()).isNotBlank();
        asDescribed();
    }

    @Test
    void threeDiscoversReadsAndPostsWithAPhoto() throws IOException {
        Path picture = Files.createTempFile("fixamingata-lamp", ".jpg");
        Files.write(picture, Pictures.streetLamp(640, 480));
        JsonNode seen = client("three", FORSHAGA, picture.toString());
        Files.delete(picture);
        assertThat(seen.at("/discovery/endpoints/0/specification").asText())
                .isEqualTo("http://wiki.open311.org/GeoReport_v2");
        assertThat(codes(seen.get("services"))).contains(SERVICE);
        assertThat(seen.at("/definition/service_code").asText()).isEqualTo(SERVICE);
        assertThat(seen.get("requests")).hasSizeLessThanOrEqualTo(5);
        assertThat(numbers(seen.get("request"))).containsExactly(report);
        String number = seen.at("/posted/0/service_request_id").asText();
        assertThat(numbers(seen.get("mine"))).containsExactly(number);
        assertThat(stored("select count(*) from photo where report_id = ?", number))
                .hasValue("1");
        asDescribed();
    }

    private void readByGeoreport(JsonNode seen, String attributes) {
        assertThat(codes(seen.get("services"))).contains(SERVICE);
        assertThat(seen.at("/definition/service_code").asText()).isEqualTo(SERVICE);
        assertThat(seen.at("/definition/" + attributes).isMissingNode()).isFalse();
        assertThat(numbers(seen.get("requests"))).contains(report);
        assertThat(seen.at("/request/service_request_id").asText()).isEqualTo(report);
        assertThat(seen.at("/request/description").asText()).contains("Läst av andras program & <oss>");
        assertThat(seen.at("/request/requested_datetime").asText())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        asDescribed();
    }

    private JsonNode client(String name, String jurisdiction, String... more) {
        List<String> arguments =
                new java.util.ArrayList<>(List.of(proxy.address() + "/open311/v2", jurisdiction, key, SERVICE, report));
        arguments.addAll(List.of(more));
        return OutsidePrograms.client(name, arguments.toArray(String[]::new));
    }

    private void asDescribed() {
        assertThat(proxy.calls()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(proxy.faults()).isEmpty();
    }

    private static List<String> codes(JsonNode services) {
        return texts(services, "service_code");
    }

    private static List<String> numbers(JsonNode requests) {
        return texts(requests, "service_request_id");
    }

    private static List<String> texts(JsonNode list, String name) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(one -> one.path(name).asText())
                .toList();
    }
}
