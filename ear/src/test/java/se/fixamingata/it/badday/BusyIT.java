package se.fixamingata.it.badday;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.fixamingata.it.Resident;
import se.fixamingata.it.ServerTest;

/**
 * The database ends what a resident sends, because somebody else was in the way: the resident does not notice, and if it goes on, nothing
 * of what was typed is lost. The database is told to say so by triggers, with the very error of a deadlock; a table without transactions
 * counts how often.
 */
class BusyIT extends ServerTest {

    private static final String ONCE = "Upptaget ett par gånger";
    private static final String ALWAYS = "Upptaget hela tiden";
    private static final String SAVED_NOT = "det här hann inte sparas. Det du har skrivit står kvar.";

    private final Resident resident = new Resident();

    @BeforeAll
    static void letTheDatabaseSaySo() throws SQLException {
        execute(
                "create table conflict_count (id int auto_increment primary key, title varchar(100)) engine=Aria transactional=0",
                trigger("report", "new.title"),
                trigger("report_update", "new.text"),
                "create trigger conflict_subscription before insert on subscription for each row"
                        + " if new.email like 'upptagen-%' then" + deadlock() + " end if");
    }

    /** Twice for the one, each time for the other. */
    private static String trigger(String table, String words) {
        return "create trigger conflict_" + table + " before insert on " + table + " for each row if " + words
                + " like 'Upptaget %' then insert into conflict_count (title) values (" + words + "); if " + words
                + " = '"
                + ALWAYS + "' or (select count(*) from conflict_count where title = " + words + ") <= 2 then"
                + deadlock() + " end if; end if";
    }

    private static String deadlock() {
        return " signal sqlstate '40001' set mysql_errno = 1213, message_text = 'Deadlock found';";
    }

    @AfterAll
    static void letItBe() throws SQLException {
        execute(
                "drop trigger if exists conflict_report",
                "drop trigger if exists conflict_report_update",
                "drop trigger if exists conflict_subscription",
                "drop table if exists conflict_count");
    }

    private static void execute(String... statements) throws SQLException {
        try (Connection database = database();
                Statement statement = database.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    private static void expectBusy(HttpResponse<String> page) {
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body())
                .contains(SAVED_NOT)
                .doesNotContain("Exception")
                .doesNotContain("Deadlock")
                .doesNotContain("Något gick fel");
    }

    @Test
    void nobodyNoticesWhatIsOverAtTheThirdTry() {
        resident.reportConfirmed(ONCE);
        assertThat(stored("select count(*) from report where title = ?", ONCE)).hasValue("1");
        assertThat(stored("select count(*) from conflict_count where title = ?", ONCE))
                .hasValue("3");
    }

    @Test
    void aReportThatCannotBeSavedIsStillInTheForm() {
        resident.get("/rapportera");
        Map<String, String> fields = resident.report(ALWAYS);
        fields.put("action", "send");
        HttpResponse<String> page = resident.post("/rapportera", fields);
        expectBusy(page);
        assertThat(page.body())
                .contains("href=\"#send\"")
                .contains("id=\"send\"")
                .contains("value=\"" + ALWAYS + "\"");
        assertThat(resident.get("/rapportera").body()).contains(ALWAYS);
        assertThat(stored("select count(*) from report where title = ?", ALWAYS))
                .hasValue("0");
    }

    @Test
    void anAddressThatCannotBeSavedIsStillThere() {
        long report = new Resident().reportConfirmed("Lampan som nästan följs");
        resident.get("/rapport/" + report);
        HttpResponse<String> page =
                resident.post("/prenumerera/" + report, Map.of("email", "upptagen-1@example.org", "action", "folj"));
        expectBusy(page);
        assertThat(page.body()).contains("value=\"upptagen-1@example.org\"");
        resident.get("/prenumerera?typ=kommun");
        HttpResponse<String> area = resident.post(
                "/prenumerera",
                Map.of("typ", "kommun", "kommun", "forshaga", "ofta", "weekly", "email", "upptagen-2@example.org"));
        expectBusy(area);
        assertThat(area.body()).contains("upptagen-2@example.org");
    }

    @Test
    void aCommentThatCannotBeSavedIsStillInItsForm() {
        long report = new Resident().reportConfirmed("Lampan som nästan får ett ord");
        HttpResponse<String> page = resident.sendComment(report, resident.comment(ALWAYS));
        expectBusy(page);
        assertThat(page.body()).contains(ALWAYS).contains("href=\"#send\"");
    }
}
