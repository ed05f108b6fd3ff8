package se.fixamingata.it.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixamingata.it.ServerTest;

/** What everybody reads in the morning: addresses, files that say what the page says, and nothing of what is not to be shown. */
class StatisticsPagesIT extends ServerTest {

    private static final int GENERATION = 2_000_000;
    private static final int FEBRUARY = 2031 * 12 + 1;
    private static final int MARCH = FEBRUARY + 1;

    /** Goes along with a 3, so that nobody can work that one out. */
    private static final Pattern COMPANY = Pattern.compile("4\\D{0,6}711(?!\\d)");

    private static final String[] TABLES = {"stat_night", "stat_area", "stat_month", "stat_time", "stat_flow"};

    /** A night in the year 2031, so that it is the newest whatever else has been counted. */
    @BeforeAll
    static void aNight() throws SQLException {
        takeAway();
        List<String> statements = new ArrayList<>();
        statements.add("insert into stat_night (generation, cut_off, middle, began_at, published_at, reports) values ("
                + GENERATION + ", '2031-03-31 22:00:00', '1400', '2031-04-01 01:10:00', '2031-04-01 01:12:00', 100)");
        for (String area : List.of("SE", "17", "1763")) {
            for (String category : List.of("lighting", "*")) {
                month(statements, area, category, FEBRUARY, 40, 30, 3, 0, 0, 37, 6);
                month(statements, area, category, MARCH, 4_800, 25, 4_711, 0, 0, 126, 9);
                time(statements, area, category, "ANSWER", 58, "2", "null");
                time(statements, area, category, "FIXED", 58, "9", "41");
            }
            statements.add("insert into stat_flow values (" + GENERATION + ", '" + area
                    + "', 'lighting', '2031-03-10', 'WEB', 61, 7, 8, 0, 0, 0, 0)");
        }
        try (Connection database = database();
                Statement statement = database.createStatement()) {
            for (String one : statements) {
                statement.executeUpdate(one);
            }
        }
        Awaitility.await().until(() -> get("/statistik").body().contains("31 mars 2031"));
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

    private static void month(List<String> statements, String area, String category, int month, int... figures) {
        statements.add("insert into stat_month values (" + GENERATION + ", '" + area + "', '" + category + "', " + month
                + ", " + Arrays.stream(figures).mapToObj(Integer::toString).collect(Collectors.joining(", ")) + ")");
    }

    private static void time(
            List<String> statements,
            String area,
            String category,
            String measure,
            int reports,
            String median,
            String p90) {
        statements.add("insert into stat_time values (" + GENERATION + ", '" + area + "', '" + category + "', 0, '"
                + measure + "', " + reports + ", 50, " + median + ", " + p90 + ", '')");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/statistik",
                "/statistik/forshaga",
                "/statistik/lan/varmland",
                "/statistik/forshaga?kategori=lighting",
                "/statistik/forshaga?period=2031",
                "/statistik/jamforelse",
                "/statistik/jamforelse?lan=17&sortera=fixed",
                "/statistik/fore-efter?omrade=forshaga&dag=2031-03-01&dagar=30"
            })
    void everyViewHasAnAddressAndItsFilesSayTheSame(String address) {
        HttpResponse<String> page = get(address);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("31 mars 2031");
        assertThat(page.body().replaceAll(" d=\"[^\"]*\"", "")).doesNotContainPattern(COMPANY);
        String more = address + (address.contains("?") ? "&" : "?");
        for (String table : tables(page.body())) {
            HttpResponse<String> csv = get(more + "format=csv&tabell=" + table);
            assertThat(csv.headers().firstValue("content-type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
            assertThat(csv.body()).doesNotContainPattern(COMPANY);
            assertThat(csvCells(csv.body())).as(table).isNotEmpty().isEqualTo(pageCells(page.body(), table));
        }
        String json = get(more + "format=json").body();
        assertThat(json).doesNotContainPattern(COMPANY);
        JsonObject all = Json.createReader(new StringReader(json)).readObject();
        assertThat(all.getString("countedUpToAndIncluding")).isEqualTo("2031-03-31");
        assertThat(all.getJsonArray("tables")).hasSameSizeAs(tables(page.body()));
    }

    @Test
    void sayInWordsHowLongItTakes() {
        assertThat(get("/statistik/forshaga").body())
                .contains("Hälften är åtgärdade inom 9 dagar, nio av tio inom 41 dagar.")
                .contains("Hälften får ett första svar inom 2 dagar.");
        assertThat(get("/statistik/forshaga?lang=en").body()).contains("Half are fixed within 9 days");
    }

    @Test
    void leadFromANumberToTheReports() {
        assertThat(get("/statistik/forshaga?kategori=lighting").body())
                .containsPattern(
                        "href=\"/karta\\?lat=[0-9.]+&amp;lon=[0-9.]+&amp;z=11&amp;status=open&amp;category=lighting&amp;age=alla\"");
    }

    @Test
    void drawTheCountry() {
        String page = get("/statistik?karta=fixed-median").body();
        assertThat(page)
                .contains("<svg class=\"country-map\"", "<title>Forshaga: 9</title>", "<title>Kil: visas inte</title>");
        assertThat(Pattern.compile("<path class=\"map-").matcher(page).results())
                .hasSize(290);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/statistik/ankeborg",
                "/statistik/forshaga/finns-inte",
                "/statistik/lan",
                "/statistik/lan/99",
                "/statistik/lan/varmland/finns-inte",
                "/statistik/forshaga?kategori=finns-inte",
                "/statistik/forshaga?period=1850&format=csv",
                "/statistik/forshaga?format=csv&tabell=finns-inte",
                "/statistik/forshaga?format=exe",
                "/statistik/jamforelse?lan=99",
                "/statistik/jamforelse?sortera=finns-inte",
                "/statistik/fore-efter?omrade=ankeborg",
                "/statistik/fore-efter?dagar=100000"
            })
    void whatIsNotThereIsNotFound(String address) {
        assertThat(get(address).statusCode()).isEqualTo(404);
    }

    @Test
    void monthsAndDaysWithoutFiguresAreSaidCalmly() {
        for (String period : List.of("2032", "2031-03", "1850", "alla")) {
            assertThat(get("/statistik/forshaga?period=" + period).body())
                    .contains("För den perioden finns inga siffror.");
        }
        for (String day : List.of("2031-04-01", "1999-12-31", "2031-02-30", "x")) {
            assertThat(get("/statistik/fore-efter?dag=" + day).body()).contains("För den dagen finns inga siffror.");
        }
    }

    @Test
    void aCodeLeadsToTheName() {
        assertThat(get("/statistik/1763").headers().firstValue("location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/statistik/forshaga"));
        assertThat(get("/statistik/lan/17").headers().firstValue("location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/statistik/lan/varmland"));
    }

    /** The names of the page's tables. */
    private static List<String> tables(String page) {
        return Pattern.compile("<caption id=\"([a-z-]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** Without spaces within numbers, and with dots where a file has nothing. */
    private static List<List<String>> pageCells(String page, String table) {
        String from = page.substring(page.indexOf("<caption id=\"" + table + "\""));
        String body = from.substring(from.indexOf("<tbody>"), from.indexOf("</tbody>"));
        return Pattern.compile("<tr.*?</tr>", Pattern.DOTALL)
                .matcher(body)
                .results()
                .map(MatchResult::group)
                .map(row -> Pattern.compile("<t[hd].*?</t[hd]>", Pattern.DOTALL)
                        .matcher(row)
                        .results()
                        .map(cell -> plain(cell.group().replaceAll("<[^>]*>", "")))
                        .toList())
                .toList();
    }

    private static List<List<String>> csvCells(String csv) {
        return csv.lines()
                .skip(1)
                .map(line -> Arrays.asList(line.split(";", -1)))
                .map(cells -> cells.subList(1, cells.size() - 1).stream()
                        .map(cell -> cell.isEmpty() ? ".." : plain(cell.replace('.', ',')))
                        .toList())
                .toList();
    }

    private static String plain(String cell) {
        String tight =
                cell.replaceAll("[\\s\\u00a0\\u202f]", "").replace("−", "-").replaceAll("[+%±]", "");
        return tight.equals("–") ? ".." : tight;
    }
}
