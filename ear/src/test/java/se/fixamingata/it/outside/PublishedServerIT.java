package se.fixamingata.it.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.it.Resident;
import se.fixamingata.it.ServerTest;

/**
 * Our client against a server that we did not write: connexion, which reads our arguments in its own way, refuses whatever its OpenAPI
 * document does not list, and answers with the examples of the specification. It keeps nothing.
 */
class PublishedServerIT extends ServerTest {

    private static final String FORSHAGA = "1763";

    private static int port;
    private static Process theirs;

    @BeforeAll
    static void start() {
        port = freePort();
        theirs = OutsidePrograms.server("georeport.yaml", port);
    }

    @AfterAll
    static void stop() {
        theirs.destroy();
    }

    @BeforeEach
    void forshagaHasAServer() throws SQLException {
        run(
                "replace into integration (authority_code, channel, trusts_mail, changed_at, version) values ('"
                        + FORSHAGA + "', 'OPEN311', 0, utc_timestamp(6), 1)",
                "insert into open311_endpoint (authority_code, url, jurisdiction, format, attribute_style, extended_statuses,"
                        + " closed_means, updates, sends_updates, time_zone, changed_at, version) values ('" + FORSHAGA
                        + "', 'http://127.0.0.1:" + port
                        + "/dev/v2', 'city.gov', 'JSON', 'BRACKETS', 0, 'fixed', 'NONE', 0,"
                        + " 'Europe/Stockholm', utc_timestamp(6), 1)");
    }

    @AfterEach
    void andHasNoneAnyMore() throws SQLException {
        run(
                "delete from open311_mapping where authority_code = '" + FORSHAGA + "'",
                "delete from open311_service where authority_code = '" + FORSHAGA + "'",
                "delete from open311_endpoint where authority_code = '" + FORSHAGA + "'",
                "delete from integration where authority_code = '" + FORSHAGA + "'",
                "delete from integration_fault where authority_code = '" + FORSHAGA + "'");
    }

    @Test
    void takesOurReportAndIsUnderstood() throws SQLException {
        lightingIs("001");
        long number = new Resident().reportConfirmed("Till en server som vi inte har skrivit");
        awaitState("DELIVERED", number);
        assertThat(stored("select service_request_id from remote_request where report_id = ?", number))
                .hasValue("293944");
        assertThat(get("/rapport/" + number).body()).contains("Skickad till Forshaga kommun");
    }

    @Test
    void refusesAServiceItDoesNotHaveAndSaysSoToUs() throws SQLException {
        lightingIs("003");
        long number = new Resident().reportConfirmed("Till en tjänst som inte finns");
        awaitState("PARKED", number);
        assertThat(stored("select answer from integration_fault where subject = ?", "report:" + number))
                .hasValueSatisfying(answer -> assertThat(answer).contains("003").contains("is not one of"));
    }

    private static void lightingIs(String service) throws SQLException {
        run(
                "insert into open311_service (authority_code, service_code, name, description, service_group, type, metadata,"
                        + " seen_at) values ('" + FORSHAGA + "', '" + service
                        + "', 'Cans left out', '', '', 'realtime', 1,"
                        + " utc_timestamp(6))",
                "insert into open311_mapping (authority_code, category_code, service_code) values ('" + FORSHAGA
                        + "', 'lighting', '" + service + "')");
    }

    private static void awaitState(String expected, long report) {
        Awaitility.await(expected)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(stored(
                                "select concat(d.state, coalesce((select concat(' ', group_concat(a.answer)) from delivery_attempt a"
                                        + " where a.delivery_id = d.id), '')) from delivery d where d.report_id = ?",
                                report))
                        .hasValueSatisfying(state -> assertThat(state).startsWith(expected)));
    }

    private static void run(String... statements) throws SQLException {
        try (Connection database = database();
                Statement statement = database.createStatement()) {
            for (String one : statements) {
                statement.executeUpdate(one);
            }
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
