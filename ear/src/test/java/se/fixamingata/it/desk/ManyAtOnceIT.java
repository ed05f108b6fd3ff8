package se.fixamingata.it.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.it.MailBox;
import se.fixamingata.it.Resident;
import se.fixamingata.it.ServerTest;
import se.fixamingata.it.Staff;
import se.fixamingata.it.TestEnvironment;
import se.fixamingata.position.Position;

/** One status and one text for many reports: watched, cancelled, gone on with after the application died (product.md, P14). */
class ManyAtOnceIT extends ServerTest {

    /** Dorotea. */
    private static final String AUTHORITY = "2425";

    private static final Position PLACE = Position.of(64.2620, 16.4110);
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String TEXT = "Vi byter alla lampor på sträckan i nästa vecka.";

    private Connection database;
    private DeskReports reports;
    private Resident desk;

    @BeforeEach
    void sitDown() throws SQLException {
        database = database();
        reports = new DeskReports(database, AUTHORITY, PLACE);
        reports.take();
        desk = Staff.caseworker(AUTHORITY).signedIn();
    }

    @AfterEach
    void leave() throws SQLException {
        reports.take();
        database.close();
    }

    @Test
    void everyReportThatFitsIsChangedOnceAndItsReporterTold() throws SQLException {
        List<Long> open = reports.put(60, "Lampan är trasig", "REPORTED");
        List<Long> fixed = reports.put(2, "Lampan är redan lagad", "FIXED");
        List<Long> closed = reports.put(1, "Ingen åtgärd här", "NO_ACTION");
        assertThat(desk.get("/handlaggning/andringar/ny?a=dorotea&status=all").body())
                .contains("63 rapporter som passar filtret");
        String page = order("status=all", null, "planned", TEXT);
        await(page, "Klar");
        assertThat(desk.get(page).body())
                .contains("60 ändrade")
                .contains("3 hoppades över")
                .contains("Statusen kan inte följa på den som rapporten har nu")
                .contains("/handlaggning/rapport/" + fixed.get(0))
                .contains("/handlaggning/rapport/" + closed.get(0));
        assertThat(count("select count(*) from report where authority_code = ? and status = 'PLANNED'"))
                .isEqualTo(60);
        assertThat(count("select count(*) from history_entry h join report r on r.id = h.report_id"
                        + " where r.authority_code = ? and h.to_status = 'PLANNED'"))
                .isEqualTo(60);
        for (long number : List.of(open.get(0), open.get(59))) {
            assertThat(MailBox.await("anna-" + number + "@example.org", 1)).hasSize(1);
        }
        assertThat(MailBox.text(
                        MailBox.of("anna-" + open.get(0) + "@example.org").get(0)))
                .contains(TEXT);
        assertThat(get("/rapport/" + open.get(7)).body()).contains(TEXT);
    }

    @Test
    void onlyWhatWasTickedIsChangedAndForeignNumbersAreNot() throws SQLException {
        List<Long> ours = reports.put(3, "Lampan är trasig", "REPORTED");
        DeskReports elsewhere = new DeskReports(database, "2421", Position.of(65.0, 17.1));
        try {
            long foreign = elsewhere.put(1, "Storumans egen lampa", "REPORTED").get(0);
            String page = order("", ours.get(0) + "," + ours.get(2) + "," + foreign + ",x,-1", "in_progress", TEXT);
            await(page, "Klar");
            assertThat(desk.get(page).body()).contains("2 ändrade").contains("0 hoppades över");
            assertThat(stored("select status from report where id = ?", ours.get(1)))
                    .hasValue("REPORTED");
            assertThat(stored("select status from report where id = ?", foreign))
                    .hasValue("REPORTED");
        } finally {
            elsewhere.take();
        }
    }

    @Test
    void whatIsWrongIsSaidAndTheTextIsKept() throws SQLException {
        reports.put(2, "Lampan är trasig", "REPORTED");
        HttpResponse<String> answer = post("", null, "duplicate", TEXT);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Välj en status").contains(TEXT);
        assertThat(post("", null, "planned", " ").body()).contains("Skriv en text");
        assertThat(post("", null, "planned", "x".repeat(4001)).body()).contains("Texten är för lång");
        assertThat(desk.get("/handlaggning/andringar/ny?a=dorotea&id=").body()).contains("Inga rapporter är valda");
        assertThat(count("select count(*) from bulk_change where authority_code = ? and state = 'RUNNING'"))
                .isZero();
    }

    @Test
    void itIsGoneOnWithAfterTheApplicationDied() throws SQLException {
        reports.put(400, "Lampan är trasig", "REPORTED");
        String page = order("", null, "planned", TEXT);
        Awaitility.await("the work to begin")
                .atMost(PATIENCE)
                .until(() -> count("select coalesce(max(changed), 0) from bulk_change where authority_code = ?") > 0);
        TestEnvironment.crashServer();
        // A dead server's lease runs out by itself after a minute; nobody has to wait for it here.
        write("update bulk_change set lease_until = utc_timestamp(6) where authority_code = ? and state = 'RUNNING'");
        await(page, "Klar");
        assertThat(count("select count(*) from report where authority_code = ? and status = 'PLANNED'"))
                .isEqualTo(400);
        assertThat(count("select count(*) from history_entry h join report r on r.id = h.report_id"
                        + " where r.authority_code = ? and h.to_status = 'PLANNED'"))
                .isEqualTo(400);
        assertThat(count("select count(*) from notification n join report r on r.id = n.report_id"
                        + " where r.authority_code = ? and n.kind = 'REPORT_ANSWERED'"))
                .isEqualTo(400);
    }

    @Test
    void cancellingLeavesTheRestAlone() throws SQLException {
        reports.put(500, "Lampan är trasig", "REPORTED");
        String page = order("", null, "planned", TEXT);
        assertThat(desk.post(page, Map.of()).statusCode()).isEqualTo(302);
        String state = stored("select state from bulk_change where id = ?", page.substring(page.lastIndexOf('/') + 1))
                .orElseThrow();
        assertThat(state).isEqualTo("CANCELLED");
        long changed = count("select count(*) from report where authority_code = ? and status = 'PLANNED'");
        assertThat(changed).isLessThan(500);
        assertThat(stored("select changed from bulk_change where id = ?", page.substring(page.lastIndexOf('/') + 1)))
                .hasValue(Long.toString(changed));
        assertThat(desk.get(page).body()).contains("Avbruten");
    }

    @Test
    void nobodyElseSeesOrStopsIt() throws SQLException {
        reports.put(1, "Lampan är trasig", "REPORTED");
        String page = order("", null, "planned", TEXT);
        for (Staff other : List.of(Staff.reader(AUTHORITY), Staff.caseworker("2421"), Staff.resident())) {
            Resident browser = other.signedIn();
            browser.get("/konto");
            assertThat(browser.get(page).statusCode()).isEqualTo(404);
            assertThat(browser.post(page, Map.of()).statusCode()).isIn(403, 404);
            assertThat(browser.get("/handlaggning/andringar/ny?a=dorotea").statusCode())
                    .isEqualTo(404);
            assertThat(browser.get("/handlaggning/andringar/alla?a=dorotea").statusCode())
                    .isEqualTo(404);
        }
        assertThat(get(page).statusCode()).isEqualTo(303);
        await(page, "Klar");
        assertThat(desk.get("/handlaggning/andringar/alla?a=dorotea").body()).contains("Hanna Handläggare");
    }

    private String order(String query, String ids, String status, String text) {
        HttpResponse<String> answer = post(query, ids, status, text);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        String path = answer.headers().firstValue("location").orElseThrow();
        return path.startsWith(BASE) ? path.substring(BASE.length()) : path;
    }

    private HttpResponse<String> post(String query, String ids, String status, String text) {
        desk.get("/handlaggning/andringar/ny?a=dorotea");
        Map<String, String> fields = new LinkedHashMap<>();
        if (ids != null) {
            fields.put("id", ids);
        }
        fields.put("query", query);
        fields.put("new-status", status);
        fields.put("new-text", text);
        return desk.post("/handlaggning/andringar/ny?a=dorotea", fields);
    }

    private void await(String page, String state) {
        Awaitility.await(state)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(300))
                .until(() -> desk.get(page).body().contains("<strong>" + state + "</strong>"));
    }

    private static long count(String query) {
        return Long.parseLong(stored(query, AUTHORITY).orElseThrow());
    }

    private void write(String statement) throws SQLException {
        try (var prepared = database.prepareStatement(statement)) {
            prepared.setString(1, AUTHORITY);
            prepared.executeUpdate();
        }
    }
}
