package se.fixamingata.open311.client.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.fixamingata.DatabaseTest;
import se.fixamingata.open311.client.AttributeStyle;
import se.fixamingata.open311.client.EndpointDialect;
import se.fixamingata.open311.client.ListeningScene;
import se.fixamingata.open311.client.Script;
import se.fixamingata.open311.client.UpdatesFrom;
import se.fixamingata.open311.wire.WireFormat;
import se.fixamingata.report.Report;

/** One request that their server, or ours, chokes on keeps no other waiting (R23; open311.md, 6.2: without updates support). */
class RequestsPollTroubleIT extends DatabaseTest {

    private static final int MANY = 30;

    private ListeningScene scene;
    private Listener listener;
    private Script script;

    @BeforeEach
    void start() {
        dataSource();
        scene = new ListeningScene(clock);
        listener = new Listener(scene, "a");
        script = new Script();
        scene.connect(new EndpointDialect(
                script.url(),
                null,
                WireFormat.XML,
                AttributeStyle.BRACKETS,
                true,
                "fixed",
                UpdatesFrom.REQUESTS,
                true,
                ZoneId.of("Europe/Stockholm"),
                null));
    }

    @AfterEach
    void stop() {
        script.close();
    }

    private List<Report> known(int many) {
        List<Report> reports = new ArrayList<>();
        for (int i = 1; i <= many; i++) {
            Report report = scene.report();
            scene.known(report, "NUMBERED", number(i));
            reports.add(report);
        }
        return reports;
    }

    private static String number(int i) {
        return "N%03d".formatted(i);
    }

    private static String path(int i) {
        return "/requests/" + number(i) + ".xml";
    }

    private void says(int i, String status) {
        script.says(
                path(i),
                "<service_requests><request><service_request_id>" + number(i) + "</service_request_id><status>" + status
                        + "</status><status_notes>Ord " + i + ".</status_notes></request></service_requests>");
    }

    private void ask() {
        clock.advance(Duration.ofMinutes(6));
        assertThat(listener.comeBy()).isTrue();
    }

    private List<Object> reasons() {
        return scene.list(
                "select concat(reason, ' ', coalesce(subject, '-')) from integration_fault where action = 'POLL'");
    }

    private Object failures() {
        return scene.list("select poll_failures from open311_endpoint").get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 | <error>too many</error>",
                "401 | <error>key</error>",
                "200 | <!DOCTYPE html><html><body>Oj</body></html>"
            })
    @DisplayName("A list that they cannot answer is asked for one by one, whatever they say instead")
    void aListThatFailsIsAskedOneByOne(int status, String body) {
        known(2);
        script.says("/requests.xml", status, body.contains("html") ? "text/html" : "text/xml", body);
        says(1, "planned");
        says(2, "planned");
        ask();
        assertThat(scene.texts()).containsExactlyInAnyOrder("Ord 1.", "Ord 2.");
        assertThat(reasons()).isEmpty();
        assertThat(failures()).isEqualTo(0);
    }

    @ParameterizedTest
    @CsvSource({"500, unavailable", "401, refused", "200, unreadable"})
    @DisplayName("One number that they cannot answer is put off and shown to people; those behind it are asked for")
    void oneBadNumberKeepsNoOtherWaiting(int status, String reason) {
        List<Report> reports = known(MANY);
        for (int i = 1; i <= MANY; i++) {
            if (i == 3) {
                script.says(path(i), status, "text/xml", "<broken");
            } else {
                says(i, "planned");
            }
        }
        ask();
        assertThat(scene.texts()).hasSize(MANY - 1);
        assertThat(reasons())
                .containsExactly(reason + " report:" + reports.get(2).id());
        assertThat(failures()).isEqualTo(0);

        script.asked();
        ask();
        assertThat(script.asked()).as("it is asked for again").contains(path(3));
    }

    @Test
    @DisplayName("What our own database does not take is put off like that, too")
    void oneThatWeCannotTakeKeepsNoOtherWaiting() {
        List<Report> reports = known(MANY);
        for (int i = 1; i <= MANY; i++) {
            says(i, i == 2 ? "a status in more words than anybody can keep in a column of sixty" : "planned");
        }
        ask();
        assertThat(scene.texts()).hasSize(MANY - 1).contains("Ord " + MANY + ".");
        assertThat(reasons()).containsExactly("own report:" + reports.get(1).id());
    }

    @Test
    @DisplayName("A server that fails again and again is left alone soon, and another time asked for others first")
    void aServerThatOnlyFailsIsLeftAlone() {
        known(MANY);
        script.says("/", 500, "text/xml", "<error>down</error>");
        ask();
        List<String> first = script.asked();
        assertThat(first).hasSizeLessThan(10);
        assertThat(failures()).isEqualTo(1);

        ask();
        assertThat(script.asked())
                .filteredOn(address -> address.startsWith("/requests/"))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(first);
        assertThat(failures()).isEqualTo(2);
        assertThat(reasons()).as("one thing, not one for each number").containsExactly("unavailable -");
    }

    @Test
    @DisplayName("A server that cannot be reached is not asked for each of them")
    void aServerThatIsAwayIsAskedOnce() {
        known(MANY);
        script.close();
        ask();
        assertThat(failures()).isEqualTo(1);
        assertThat(reasons()).containsExactly("unreachable -");
        assertThat(scene.list("select count(*) from remote_request where next_poll_at is not null"))
                .containsExactly(0L);
    }
}
