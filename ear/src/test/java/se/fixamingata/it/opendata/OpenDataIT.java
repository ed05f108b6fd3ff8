package se.fixamingata.it.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.vocabulary.DCAT;
import org.eclipse.rdf4j.model.vocabulary.DCTERMS;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.Rio;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixamingata.it.Resident;
import se.fixamingata.it.ServerTest;

/** Every address that is given away, and what the figures promise where somebody reports. */
class OpenDataIT extends ServerTest {

    private static final String CC0 = "https://creativecommons.org/publicdomain/zero/1.0/";
    private static final String SENTENCE = "Hälften av sådana rapporter i Forshaga är åtgärdade inom 9 dagar.";
    private static final int GENERATION = 2_100_000;
    private static final int MARCH = 2032 * 12 + 2;
    private static final String[] TABLES = {"stat_night", "stat_area", "stat_month", "stat_time"};

    /** A night in the year 2032, so that it is the newest whatever else has been counted. */
    @BeforeAll
    static void aNight() throws SQLException {
        takeAway();
        String into = " values (" + GENERATION + ", ";
        List<String> statements = new ArrayList<>();
        statements.add("insert into stat_night (generation, cut_off, middle, began_at, published_at, reports)" + into
                + "'2032-03-31 22:00:00', '1400', '2032-04-01 01:10:00', '2032-04-01 01:12:00', 66)");
        for (String area : List.of("SE", "17", "1763")) {
            statements.add("insert into stat_area" + into + "'" + area + "', 66, 1, 0, null, '2032-04-01 01:11:00')");
            month(statements, area, "lighting", 50, 40, 30);
            month(statements, area, "graffiti", 13, 6, 5);
            month(statements, area, "litter", 3, 0, 0);
            month(statements, area, "*", 66, 46, 35);
            for (String category : List.of("lighting", "*")) {
                statements.add("insert into stat_time" + into + "'" + area + "', '" + category
                        + "', 0, 'FIXED', 58, 50, 9, 41, '')");
            }
        }
        try (Connection database = database();
                Statement statement = database.createStatement()) {
            for (String one : statements) {
                statement.executeUpdate(one);
            }
        }
        Awaitility.await().until(() -> get("/statistik/data").body().contains("2032-03-31"));
    }

    private static void month(
            List<String> statements, String area, String category, int reported, int answered, int fixed) {
        statements.add("insert into stat_month values (" + GENERATION + ", '" + area + "', '" + category + "', " + MARCH
                + ", " + reported + ", " + answered + ", " + fixed + ", 0, 0, " + (reported - fixed) + ", 0)");
    }

    @AfterAll
    static void takeAway() throws SQLException {
        try (Connection database = database();
                Statement statement = database.createStatement()) {
            for (String table : TABLES) {
                statement.executeUpdate("delete from " + table + " where generation = " + GENERATION);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"siffror", "tider", "jamforelse", "kategorier", "kommuner"})
    void everyTableComesAsCsvAndAsJsonWithTheSameRows(String table) {
        HttpResponse<String> csv = given("/statistik/data/" + table + ".csv", "text/csv;charset=utf-8");
        HttpResponse<String> json = given("/statistik/data/" + table + ".json", "application/json;charset=utf-8");
        assertThat(csv.headers().firstValue("content-disposition").orElse(""))
                .startsWith("attachment; filename=\"fixamingata-" + table)
                .endsWith(".csv\"");
        assertThat(csv.body()).startsWith("\ufeff").endsWith("\r\n");
        List<List<String>> lines = Arrays.stream(csv.body().substring(1).split("\r\n"))
                .map(line -> Arrays.asList(line.split(";", -1)))
                .toList();
        List<String> columns = lines.get(0);
        JsonObject all = Json.createReader(new StringReader(json.body())).readObject();
        assertThat(all.getString("table")).isEqualTo(table);
        assertThat(all.getString("licence")).isEqualTo(CC0);
        assertThat(all.getString("documentation")).isEqualTo(BASE + "/statistik/data");
        assertThat(all.getJsonArray("columns").getValuesAs(JsonObject.class))
                .allSatisfy(column -> assertThat(column.getString("about_sv")).isNotBlank())
                .extracting(column -> column.getString("name"))
                .isEqualTo(columns);
        List<List<String>> rows = all.getJsonArray("rows").getValuesAs(JsonObject.class).stream()
                .map(row ->
                        columns.stream().map(column -> cell(row.get(column))).toList())
                .toList();
        assertThat(lines.subList(1, lines.size())).isNotEmpty().isEqualTo(rows);
    }

    private static String cell(JsonValue value) {
        return value == JsonValue.NULL ? "" : value instanceof JsonString text ? text.getString() : value.toString();
    }

    @Test
    void whatIsNotToBeShownIsNotInTheFiles() {
        assertThat(get("/statistik/data/siffror.csv").body().substring(1).lines())
                .contains("1763;lighting;2032-03;50;40;30;0;0", "1763;*;2032-03;66;46;35;0;0")
                // Thirteen would give the three away.
                .contains("1763;litter;2032-03;;0;0;0;0", "1763;graffiti;2032-03;;6;5;0;0");
        assertThat(get("/statistik/data/tider.csv").body()).contains("1763;lighting;;;;58;9;41");
    }

    @Test
    void theCatalogueIsRdfAndLeadsToFilesThatAreThere() throws IOException {
        HttpResponse<String> catalogue = given("/statistik/data/dcat.rdf", "application/rdf+xml;charset=utf-8");
        Model model = Rio.parse(new StringReader(catalogue.body()), "", RDFFormat.RDFXML);
        assertThat(model.filter(null, RDF.TYPE, DCAT.DATASET)).hasSize(6);
        assertThat(model.filter(null, RDF.TYPE, DCAT.DISTRIBUTION)).hasSize(11);
        assertThat(model.filter(null, DCTERMS.LICENSE, null).objects().stream().map(Value::stringValue))
                .containsExactly("http://creativecommons.org/publicdomain/zero/1.0/");
        for (Value address : model.filter(null, DCAT.DOWNLOAD_URL, null).objects()) {
            assertThat(address.stringValue()).startsWith(BASE);
            assertThat(get(address.stringValue()).statusCode())
                    .as(address.stringValue())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({"sv, Öppna data, Kommunkod", "en, Open data, Municipality code"})
    void thePageSaysWhatThereIs(String language, String title, String column) {
        HttpResponse<String> page = get("/statistik/data", "Accept-Language", language);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("<h1>" + title + "</h1>", "CC0 1.0", column)
                .contains("href=\"/statistik/data/siffror.csv\"", "href=\"/statistik/data/kommuner.json\"")
                .contains("href=\"/statistik/data/dcat.rdf\"", "href=\"/api/reports.geojson\"")
                .doesNotContain("???");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "finns-inte.csv",
                "siffror.xml",
                "siffror",
                "siffror.csv/mer",
                "dcat.ttl",
                "SIFFROR.CSV",
                "..%2f..%2fWEB-INF%2fweb.xml",
                "data.xhtml"
            })
    void whatIsNotThereIsNotFoundAndTellsNothing(String name) {
        HttpResponse<String> answer = get("/statistik/data/" + name);
        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("Exception", "\tat ", "se.fixamingata", "siffror;");
    }

    /** GeoJSON page by page; and on the way, what the figures promise whoever reports the same. */
    @Test
    void reportsComePageByPageAndTheFormSaysHowLongSuchOnesTake() {
        List<Long> reported = new ArrayList<>();
        for (String title : List.of("Släckt lampa vid ån", "Släckt lampa vid bron")) {
            reported.add(new Resident().reportConfirmed(title));
        }
        String next = "/api/reports.geojson?municipality=1763&limit=1";
        List<Long> seen = new ArrayList<>();
        for (int page = 0; page < 2; page++) {
            HttpResponse<String> answer = get(next);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/geo+json");
            assertThat(answer.headers().firstValue("access-control-allow-origin"))
                    .contains("*");
            JsonObject collection =
                    Json.createReader(new StringReader(answer.body())).readObject();
            assertThat(collection.getString("type")).isEqualTo("FeatureCollection");
            assertThat(collection.getJsonArray("features")).hasSize(1);
            seen.add(collection
                    .getJsonArray("features")
                    .getJsonObject(0)
                    .getJsonNumber("id")
                    .longValue());
            next = collection.getString("next", "");
        }
        assertThat(seen).isEqualTo(List.of(reported.get(1), reported.get(0)));
        assertThat(get("/rapport/" + reported.get(0)).body()).contains(SENTENCE);
        assertThat(get("/rapport/" + reported.get(0), "Accept-Language", "en").body())
                .contains("Half of such reports in Forshaga are fixed within 9 days.");
        Resident another = new Resident();
        Map<String, String> fields = another.report("");
        assertThat(another.sendReport(fields).body()).contains(SENTENCE);
        fields.put("category", "graffiti");
        assertThat(another.sendReport(fields).body())
                .as("too few to say")
                .contains("graffiti")
                .doesNotContain("sådana rapporter");
    }

    /** What holds for whatever is given away. */
    private static HttpResponse<String> given(String address, String type) {
        HttpResponse<String> answer = get(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        assertThat(answer.headers()
                        .firstValue("content-type")
                        .orElse("")
                        .replace(" ", "")
                        .toLowerCase(Locale.ROOT))
                .isEqualTo(type);
        assertThat(answer.headers().firstValue("access-control-allow-origin")).contains("*");
        assertThat(answer.headers().firstValue("cache-control")).contains("public, max-age=600");
        assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
        String tag = answer.headers().firstValue("etag").orElseThrow();
        HttpResponse<String> again = get(address, "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        return answer;
    }
}
