package se.fixamingata.it.badday;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.fixamingata.it.Resident;
import se.fixamingata.it.ServerTest;

/** Places that are none of ours, or none at all. */
class BadPlacesIT extends ServerTest {

    private final Resident resident = new Resident();

    @ParameterizedTest
    @CsvSource({
        "57.2, 20.5, 404, outside_sweden", // open sea
        "59.9139, 10.7522, 404, outside_sweden", // Oslo
        "65.8481, 24.1466, 404, outside_sweden", // Tornio
        "NaN, 13.48, 400, bad_position",
        "59.53, Infinity, 400, bad_position",
        "91, 13.48, 400, bad_position",
        "59.53, -181, 400, bad_position",
        "1e400, 13.48, 400, bad_position",
        "'', '', 400, bad_position",
        "1' or '1'='1, 13.48, 400, bad_position",
    })
    void apiSaysWhy(String lat, String lon, int status, String code) {
        HttpResponse<String> answer = resident.get("/api/municipality?lat=" + encoded(lat) + "&lon=" + encoded(lon));
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"").contains("\"message\"");
        assertThat(answer.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
    }

    @ParameterizedTest
    @CsvSource({
        "57.2, 20.5, utanför Sverige",
        "59.9139, 10.7522, utanför Sverige",
        "NaN, 13, Välj på kartan",
        "91, 13, ''"
    })
    void aReportThereIsRefusedAndKept(String lat, String lon, String words) {
        Map<String, String> fields = resident.report("Lyktan som ingen når");
        fields.put("lat", lat);
        fields.put("lon", lon);
        HttpResponse<String> answer = resident.sendReport(fields);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("href=\"#place\"").contains(words).contains("Lyktan som ingen når");
        assertThat(stored("select count(*) from report where reporter_email = ?", resident.email))
                .hasValue("0");
    }

    @Test
    void aPostcodeThatDoesNotExistGetsAdvice() {
        assertThat(resident.get("/api/places?q=00000").body()).isEqualTo("[]");
        HttpResponse<String> page = resident.get("/karta?q=00000");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Vi hittar inget som heter").contains("ett postnummer, till exempel 653 40");
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "'   '",
        "'<script>alert(1)</script>'",
        "'%_%'",
        "'''; drop table report; --'",
        "'🦊'",
        "'\\0'",
        "'#'",
        "'#99999999999999999999'"
    })
    void searchingForNonsenseFindsNothing(String query) {
        HttpResponse<String> page = resident.get("/karta?q=" + encoded(query));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("<script>alert").doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/map/99/0/0.json",
        "/api/map/10/-1/5.json",
        "/api/map/10/1024/5.json",
        "/api/map/a/b/c.json",
        "/api/map/10/549/300.json?status=broken",
        "/api/map/10/549/300.json?category=nonsense",
        "/api/map/10/549/300.json?since=yesterday"
    })
    void aTileThatIsNoneIsRefusedWithTheReason(String path) {
        HttpResponse<String> answer = resident.get(path);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).startsWith("{\"error\":{\"code\":\"").contains("\"message\":\"");
    }

    @ParameterizedTest
    @CsvSource({
        "/karta/bas/99/0/0.png",
        "/karta/bas/10/4096/0.png",
        "/karta/bas/10/1/1@9x.png",
        "/karta/bas/10/1/1.gif",
        "/karta/bild.png?lat=NaN&lon=13&z=12&w=400&h=300",
        "/karta/bild.png?lat=59&lon=13&z=12&w=100000&h=100000",
        "/karta/bild.png?lat=59&lon=13&z=99&w=400&h=300",
        "/karta/bild.png"
    })
    void aPictureThatIsNoneIsRefused(String path) {
        assertThat(resident.get(path).statusCode()).isIn(400, 404);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text.strip(), StandardCharsets.UTF_8);
    }
}
