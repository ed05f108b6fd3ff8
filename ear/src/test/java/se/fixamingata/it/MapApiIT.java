package se.fixamingata.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.fixamingata.position.MapCell;
import se.fixamingata.position.Position;

class MapApiIT extends ServerTest {

    /** In a forest where no other test reports anything. */
    private static final Position PLACE = Position.of(66.101234, 19.701234);

    private static final String TILE = path(15);
    private static final long FIRST = 900_000_001;

    @BeforeEach
    void reports() throws SQLException {
        insert(0, "'REPORTED', 'PUBLIC', 1");
        insert(1, "'REPORTED', 'HIDDEN', 0");
        insert(2, "'REPORTED', 'PRIVATE', 0");
        insert(3, "'UNCONFIRMED', 'PUBLIC', 0");
        raiseVersion();
    }

    @AfterEach
    void noReports() throws SQLException {
        execute("delete from report where id between " + FIRST + " and " + (FIRST + 99));
        raiseVersion();
    }

    @Test
    void aTileIsGeoJsonAndHoldsOnlyWhatEverybodyMaySee() {
        HttpResponse<String> tile = get(TILE);
        assertThat(tile.statusCode()).isEqualTo(200);
        assertThat(tile.headers().firstValue("Content-Type")).hasValue("application/geo+json");
        assertThat(tile.headers().firstValue("Cache-Control").orElseThrow()).contains("public", "max-age=15");
        assertThat(tile.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(tile.headers().allValues("Vary")).noneMatch(vary -> vary.contains("Cookie"));
        assertThat(tile.body())
                .isEqualTo(
                        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\","
                                + "\"coordinates\":[19.701234,66.101234]},\"properties\":{\"id\":" + FIRST
                                + ",\"status\":\"reported\",\"group\":\"open\",\"category\":\"lighting\","
                                + "\"title\":\"Lampan \\\"<b>å\\\" 🔦\",\"reported\":\"2026-11-01T12:00:00Z\"}}]}");
    }

    @Test
    void manyOnOneSpotAreAClusterThatNoZoomParts() throws SQLException {
        insert(4, "'FIXED', 'PUBLIC', 1");
        raiseVersion();
        assertThat(get(TILE).body())
                .contains("\"properties\":{\"cluster\":true,\"count\":2,\"open\":1,\"fixed\":1,\"expandZoom\":null}");
        assertThat(get(TILE + "?status=fixed").body()).contains("\"id\":" + (FIRST + 4));
        assertThat(get(TILE + "?status=closed").body()).endsWith("\"features\":[]}");
        assertThat(get(TILE + "?since=2026-11-02").body()).endsWith("\"features\":[]}");
        assertThat(get(TILE + "?category=graffiti").body()).endsWith("\"features\":[]}");
    }

    @Test
    void whoHasTheTileIsToldSoUntilSomethingChanges() throws SQLException {
        String tag = get(TILE).headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = get(TILE, "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("ETag")).hasValue(tag);
        assertThat(get(TILE + "?status=fixed", "If-None-Match", tag).statusCode())
                .isEqualTo(200);
        raiseVersion();
        assertThat(get(TILE, "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/map/21/0/0.json, bad_tile, zoom",
        "/api/map/5/32/0.json, bad_tile, x and y",
        "/api/map/5/-1/0.json, bad_tile, x must",
        "/api/map/a/0/0.json, bad_tile, zoom",
        "/api/map/5/17/9.json?status=nonsense, bad_filter, Unknown status",
        "/api/map/5/17/9.json?status=unconfirmed, bad_filter, Unknown status",
        "/api/map/5/17/9.json?category=nonsense, bad_filter, Unknown category",
        "/api/map/5/17/9.json?since=yesterday, bad_filter, since",
        "/api/map/5/17/9.json?since=9999-12-31, bad_filter, since"
    })
    void whatIsWrongIsSaidWithTheReason(String path, String code, String reason) {
        HttpResponse<String> refused = get(path);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(refused.body())
                .startsWith("{\"error\":{\"code\":\"" + code + "\"")
                .contains(reason);
    }

    private static String path(int zoom) {
        MapCell cell = MapCell.at(PLACE, zoom);
        return "/api/map/" + cell.zoom() + "/" + cell.x() + "/" + cell.y() + ".json";
    }

    private static void insert(int number, String statusVisibilityListed) throws SQLException {
        execute(
                "insert into report (id, municipality_code, authority_code, category_code, status, visibility, listed, title, description,"
                        + " lat, lon, cell, reporter_name, reporter_email, show_name, language, source, submitted_at, confirmed_at, changed_at,"
                        + " version) values (" + (FIRST + number) + ", '2582', '2582', 'lighting', "
                        + statusVisibilityListed
                        + ", 'Lampan \"<b>å\" 🔦', 'Den är mörk', " + PLACE.lat() + ", " + PLACE.lon() + ", "
                        + MapCell.at(PLACE, MapCell.FINEST).number() + ", 'Eva Ek', 'eva@example.se', 0, 'sv', 'WEB',"
                        + " '2026-11-01 12:00:00', '2026-11-01 12:00:00', '2026-11-01 12:00:00', 1)");
    }

    private static void raiseVersion() throws SQLException {
        execute("insert into map_version (cell, version) values ("
                + MapCell.at(PLACE, 8).number() + ", 1) on duplicate key update version = version + 1");
    }

    private static void execute(String sql) throws SQLException {
        try (Connection database = database();
                Statement statement = database.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
