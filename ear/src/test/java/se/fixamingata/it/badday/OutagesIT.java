package se.fixamingata.it.badday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import se.fixamingata.it.MailBox;
import se.fixamingata.it.Pictures;
import se.fixamingata.it.Resident;
import se.fixamingata.it.Resident.Upload;
import se.fixamingata.it.ServerTest;
import se.fixamingata.it.TestEnvironment;

/** Servers that go away in the middle: nothing is lost, nothing comes twice, and the pages are honest meanwhile. */
class OutagesIT extends ServerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String LIGHTING = "gatubelysning@forshaga.example";

    private final Resident resident = new Resident();

    @Test
    void theMailServerIsDownAndComesBack() throws SQLException {
        resident.sendReport(resident.report("Släckt medan posten är stängd"));
        String link = resident.confirmation(1);
        long number;
        MailBox.close();
        try {
            number = Resident.number(resident.confirm(link));
            awaitStored(
                    "TEMPORARY_FAILURE",
                    "select a.outcome from delivery_attempt a join delivery d on"
                            + " d.id = a.delivery_id where d.report_id = ?",
                    number);
            assertThat(resident.get("/rapport/" + number).body())
                    .contains("Det gick inte att skicka till Forshaga kommun")
                    .contains("Vi försöker igen");
        } finally {
            MailBox.open();
        }
        dueNow(number);
        assertThat(MailBox.await(resident.email, 2)).hasSize(2);
        awaitStored("DELIVERED", "select state from delivery where report_id = ?", number);
        assertThat(mailsAbout("Släckt medan posten är stängd")).isEqualTo(1);
        assertThat(resident.get("/rapport/" + number).body())
                .contains("Skickad till Forshaga kommun")
                .contains("Kom inte fram, vi försöker igen.");
    }

    @Test
    void theDatabaseHangsDuringASubmit() throws Exception {
        resident.get("/rapportera");
        Map<String, String> fields = resident.report("Skickad medan databasen hängde");
        CompletableFuture<HttpResponse<String>> submit;
        TestEnvironment.freezeDatabase();
        try {
            submit =
                    CompletableFuture.supplyAsync(() -> resident.upload("/rapportera", with(fields, "action", "send")));
            assertThatThrownBy(() -> submit.get(10, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
        } finally {
            TestEnvironment.thawDatabase();
        }
        assertThat(submit.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(302);
        assertThat(resident.confirm(resident.confirmation(1)).statusCode()).isEqualTo(302);
        assertThat(stored("select count(*) from report where reporter_email = ?", resident.email))
                .hasValue("1");
    }

    @Test
    void theDatabaseIsGoneDuringASubmit() {
        resident.get("/rapportera");
        Map<String, String> fields = resident.report("Skickad medan databasen var borta");
        resident.upload(
                "/rapportera",
                with(fields, "action", "photos"),
                new Upload("lykta.jpg", "image/jpeg", Pictures.streetLamp(640, 480)));
        TestEnvironment.stopDatabase();
        try {
            HttpResponse<String> answer = resident.upload("/rapportera", with(fields, "action", "send"));
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("retry-after")).hasValue("30");
            assertThat(answer.body())
                    .contains("Något gick fel hos oss just nu")
                    .contains("det är mörkt på gångvägen")
                    .doesNotContain("SQL")
                    .doesNotContain("Exception");
            HttpResponse<String> english = resident.get("/rapport/1?lang=en");
            assertThat(english.statusCode()).isEqualTo(503);
            assertThat(english.body()).contains("Something went wrong on our side just now");
            resident.get("/om?lang=sv");
            HttpResponse<String> api = resident.get("/api/map/10/549/300.json");
            assertThat(api.statusCode()).isEqualTo(503);
            assertThat(api.headers().firstValue("retry-after")).hasValue("30");
            assertThat(api.body()).contains("\"code\":\"unavailable\"");
            assertThat(TestEnvironment.isReady()).isFalse();
            assertThat(resident.get("/health/live").statusCode()).isEqualTo(200);
        } finally {
            TestEnvironment.startDatabase();
        }
        assertThat(resident.get("/rapportera").body())
                .contains("Skickad medan databasen var borta")
                .contains("lykta.jpg");
        assertThat(resident.upload("/rapportera", with(fields, "action", "send"))
                        .statusCode())
                .isEqualTo(302);
        long number = Resident.number(resident.confirm(resident.confirmation(1)));
        assertThat(stored("select count(*) from photo where report_id = ?", number))
                .hasValue("1");
        awaitStored("DELIVERED", "select state from delivery where report_id = ?", number);
        assertThat(stored("select count(*) from report where reporter_email = ?", resident.email))
                .hasValue("1");
    }

    /** One restart for two who are at different steps: restarting is what takes the time. */
    @Test
    void theApplicationIsRestartedBetweenTheSteps() throws SQLException {
        resident.get("/rapportera");
        Map<String, String> fields = resident.report("Omstart mitt i formuläret");
        resident.upload(
                "/rapportera",
                with(fields, "action", "photos"),
                new Upload("lykta.jpg", "image/jpeg", Pictures.streetLamp(640, 480)));
        Resident neighbour = new Resident();
        neighbour.sendReport(neighbour.report("Omstart innan posten har gått"));
        String link = neighbour.confirmation(1);
        long confirmed;
        MailBox.close();
        try {
            confirmed = Resident.number(neighbour.confirm(link));
            TestEnvironment.crashServer();
        } finally {
            MailBox.open();
        }

        // The page that was open before the restart is sent as it stands.
        assertThat(resident.upload("/rapportera", with(fields, "action", "send"))
                        .statusCode())
                .isEqualTo(302);
        long sent = Resident.number(resident.confirm(resident.confirmation(1)));
        assertThat(stored("select count(*) from photo where report_id = ?", sent))
                .hasValue("1");

        dueNow(confirmed);
        awaitStored("DELIVERED", "select state from delivery where report_id = ?", confirmed);
        assertThat(MailBox.await(neighbour.email, 2)).hasSize(2);
        assertThat(mailsAbout("Omstart innan posten har gått")).isEqualTo(1);
        awaitStored("DELIVERED", "select state from delivery where report_id = ?", sent);
        assertThat(mailsAbout("Omstart mitt i formuläret")).isEqualTo(1);
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        Map<String, String> all = new java.util.LinkedHashMap<>(fields);
        all.put(name, value);
        return all;
    }

    private static long mailsAbout(String title) {
        return MailBox.of(LIGHTING).stream()
                .filter(mail -> MailBox.text(mail).contains(title))
                .count();
    }

    private static void awaitStored(String expected, String query, Object parameter) {
        Awaitility.await(expected)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(stored(query, parameter)).hasValue(expected));
    }

    /** Ends the pause before the next attempt; leases that a dead server left run out too. */
    private static void dueNow(long number) throws SQLException {
        try (Connection database = database()) {
            for (String table : new String[] {"delivery", "notification"}) {
                try (PreparedStatement update = database.prepareStatement("update " + table
                        + " set next_attempt_at = created_at, lease_until = if(lease_until is null, null, created_at)"
                        + " where report_id = ?")) {
                    update.setLong(1, number);
                    update.executeUpdate();
                }
            }
        }
    }
}
