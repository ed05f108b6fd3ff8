package se.fixamingata.it.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.it.Resident;
import se.fixamingata.it.ServerTest;
import se.fixamingata.it.Staff;
import se.fixamingata.position.Position;

/** Residents' words that did not reach an authority's server stand on its desk, are sent again and marked as handled. Jokkmokk is this test's alone. */
class WordsOnTheDeskIT extends ServerTest {

    private static final String JOKKMOKK = "2510";
    private static final String PAGE = "/handlaggning/integration?a=jokkmokk";
    private static final long FIRST = 9_510_000_001L;

    private Connection database;
    private DeskReports reports;

    @BeforeEach
    void twoThatWereRefused() throws SQLException {
        database = database();
        reports = new DeskReports(database, JOKKMOKK, Position.of(66.607, 19.823));
        long report = reports.put(1, "Mörkt vid ishallen", "REPORTED").get(0);
        for (long id = FIRST; id < FIRST + 2; id++) {
            run(
                    "insert into report_update (id, report_id, author, show_name, language, text, looks_fixed, state, created_at,"
                            + " published_at, version) values (" + id + ", " + report
                            + ", 'RESIDENT', 0, 'sv', 'Fortfarande mörkt.', 0, 'PUBLISHED', utc_timestamp(6), utc_timestamp(6), 1)");
            run("insert into update_delivery (id, report_id, update_id, authority_code, state, attempts, created_at,"
                    + " next_attempt_at, message_id, last_error, version) values (" + id + ", " + report + ", " + id
                    + ", '"
                    + JOKKMOKK + "', 'PARKED', 1, utc_timestamp(6), utc_timestamp(6), '<" + id
                    + "@x>', 'REFUSED: 400 refused: <b>no such number</b>', 1)");
        }
    }

    @AfterEach
    void gone() throws SQLException {
        reports.take();
        database.close();
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    @Test
    void theyAreShownWithWhyAndLeaveTheListByOneClick() {
        Resident administrator = Staff.administrator(JOKKMOKK).signedIn();
        String page = administrator.get(PAGE).body();
        assertThat(page)
                .contains("Kommentarer som inte har kommit fram", "Mörkt vid ishallen", "Gick inte fram")
                .contains("&lt;b&gt;no such number")
                .doesNotContain("<b>no such number");

        HttpResponse<String> handled =
                administrator.post(PAGE, Map.of("action", "update-handled", "id", String.valueOf(FIRST)));
        assertThat(handled.headers().firstValue("location").orElse("")).endsWith("klar=kommentar-hanterad");
        assertThat(stored("select state from update_delivery where id = ?", FIRST))
                .contains("HANDLED");
        assertThat(administrator.get(PAGE + "&klar=kommentar-hanterad").body()).contains("Den skickas inte.");

        HttpResponse<String> again =
                administrator.post(PAGE, Map.of("action", "update-again", "id", String.valueOf(FIRST + 1)));
        assertThat(again.headers().firstValue("location").orElse("")).endsWith("klar=kommentar-skickad");
        assertThat(stored("select state from update_delivery where id = ?", FIRST + 1))
                .hasValueSatisfying(state -> assertThat(state).isNotEqualTo("PARKED"));

        Resident neighbour = Staff.administrator("2506").signedIn();
        neighbour.get("/handlaggning/integration?a=arjeplog");
        assertThat(neighbour
                        .post(
                                "/handlaggning/integration?a=arjeplog",
                                Map.of("action", "update-handled", "id", String.valueOf(FIRST + 1)))
                        .statusCode())
                .isEqualTo(404);
    }
}
