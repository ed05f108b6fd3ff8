package se.fixamingata.it.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.fixamingata.it.Resident;
import se.fixamingata.it.ServerTest;
import se.fixamingata.it.Staff;
import se.fixamingata.position.Position;

/**
 * The table of rights (product.md, P12) walked from outside: every address behind the sign-in, as everybody there is. Whoever has no
 * business at an address is told nothing of what is there, and changes nothing by posting to it.
 */
class RightsIT extends ServerTest {

    /** Åsele; nobody else's test works there. */
    private static final String AUTHORITY = "2463";

    private static final String SLUG = "asele";
    private static final String OTHER = "2462";
    private static final String SECRET = "Hemlighet bakom disken";

    private enum Who {
        NOBODY,
        RESIDENT,
        READER,
        CASEWORKER,
        LIMITED,
        ADMINISTRATOR,
        OTHER_CASEWORKER,
        OTHER_ADMINISTRATOR,
        OPERATOR
    }

    private static final Set<Who> SIGNED_IN = EnumSet.complementOf(EnumSet.of(Who.NOBODY));
    private static final Set<Who> STAFF = EnumSet.complementOf(EnumSet.of(Who.NOBODY, Who.RESIDENT));
    private static final Set<Who> LOOKING = EnumSet.of(Who.READER, Who.CASEWORKER, Who.ADMINISTRATOR, Who.OPERATOR);
    private static final Set<Who> HANDLING = EnumSet.of(Who.CASEWORKER, Who.ADMINISTRATOR, Who.OPERATOR);
    private static final Set<Who> ADMINISTERING = EnumSet.of(Who.ADMINISTRATOR, Who.OPERATOR);

    private static final Set<Who> NONE = EnumSet.noneOf(Who.class);

    /** Whoever handles reports somewhere: an address that names a foreign authority opens the own desk. */
    private static final Set<Who> HANDLING_SOMEWHERE =
            with(HANDLING, Who.LIMITED, Who.OTHER_CASEWORKER, Who.OTHER_ADMINISTRATOR);

    private static final Set<Who> ADMINISTERING_SOMEWHERE = with(ADMINISTERING, Who.OTHER_ADMINISTRATOR);

    /** Has a desk there, but one for other categories. */
    private static final Set<Who> HANDLING_ANYTHING = with(HANDLING, Who.LIMITED);

    /**
     * @param address with {@code {report}} for a report of the authority's
     * @param page the file or servlet that answers it
     * @param welcome who gets it, foreign staff with their own authority's content; everybody else is told that there is nothing
     * @param changing who may change something of the authority's there
     */
    private record Row(String address, String page, Set<Who> welcome, Set<Who> changing) {

        @Override
        public String toString() {
            return address;
        }
    }

    private static final List<Row> TABLE = List.of(
            new Row("/handlaggning?a=" + SLUG + "&status=all", "handlaggning/inkorg.xhtml", STAFF, NONE),
            new Row("/handlaggning/start?a=" + SLUG, "handlaggning/start.xhtml", STAFF, NONE),
            new Row("/handlaggning/guide", "handlaggning/guide.xhtml", STAFF, NONE),
            new Row("/handlaggning/nalar?a=" + SLUG + "&status=all", "/handlaggning/nalar", STAFF, NONE),
            new Row("/handlaggning/antal?a=" + SLUG + "&status=all", "/handlaggning/antal", STAFF, NONE),
            new Row("/handlaggning/rapport/{report}", "handlaggning/rapport.xhtml", LOOKING, HANDLING),
            new Row("/handlaggning/export/csv?a=" + SLUG, "/handlaggning/export/*", with(LOOKING, Who.LIMITED), NONE),
            new Row("/handlaggning/export/xlsx?a=" + SLUG, "/handlaggning/export/*", with(LOOKING, Who.LIMITED), NONE),
            new Row("/handlaggning/export/pdf?a=" + SLUG, "/handlaggning/export/*", with(LOOKING, Who.LIMITED), NONE),
            new Row("/handlaggning/export/rapport-{report}.pdf", "/handlaggning/export/*", LOOKING, NONE),
            new Row(
                    "/handlaggning/rapportera?a=" + SLUG,
                    "handlaggning/rapportera.xhtml",
                    HANDLING_SOMEWHERE,
                    HANDLING_ANYTHING),
            new Row(
                    "/handlaggning/svarsmallar?a=" + SLUG,
                    "handlaggning/svarsmallar.xhtml",
                    HANDLING_SOMEWHERE,
                    ADMINISTERING),
            new Row(
                    "/handlaggning/granskning?a=" + SLUG,
                    "handlaggning/granskning.xhtml",
                    HANDLING_SOMEWHERE,
                    HANDLING),
            new Row(
                    "/handlaggning/andringar/ny?a=" + SLUG,
                    "handlaggning/andringar/ny.xhtml",
                    HANDLING_ANYTHING,
                    HANDLING_ANYTHING),
            new Row(
                    "/handlaggning/andringar/alla?a=" + SLUG,
                    "handlaggning/andringar/alla.xhtml",
                    HANDLING_ANYTHING,
                    NONE),
            new Row(
                    "/handlaggning/personal?a=" + SLUG,
                    "handlaggning/personal.xhtml",
                    ADMINISTERING_SOMEWHERE,
                    ADMINISTERING),
            new Row(
                    "/handlaggning/installningar?a=" + SLUG,
                    "handlaggning/installningar.xhtml",
                    ADMINISTERING_SOMEWHERE,
                    ADMINISTERING),
            new Row(
                    "/handlaggning/installningar/fil?a=" + SLUG,
                    "handlaggning/installningar/fil.xhtml",
                    ADMINISTERING_SOMEWHERE,
                    ADMINISTERING),
            new Row(
                    "/handlaggning/installningar/fil.json?a=" + SLUG,
                    "/handlaggning/installningar/fil.json",
                    ADMINISTERING_SOMEWHERE,
                    NONE),
            new Row(
                    "/handlaggning/installningar/kategorier?a=" + SLUG,
                    "handlaggning/installningar/kategorier.xhtml",
                    ADMINISTERING_SOMEWHERE,
                    ADMINISTERING),
            new Row(
                    "/handlaggning/tider?a=" + SLUG,
                    "handlaggning/tider.xhtml",
                    ADMINISTERING_SOMEWHERE,
                    ADMINISTERING),
            new Row(
                    "/handlaggning/paminnelser?a=" + SLUG,
                    "handlaggning/paminnelser.xhtml",
                    ADMINISTERING_SOMEWHERE,
                    NONE),
            new Row(
                    "/handlaggning/sakerhet?a=" + SLUG,
                    "handlaggning/sakerhet.xhtml",
                    ADMINISTERING_SOMEWHERE,
                    ADMINISTERING),
            new Row(
                    "/handlaggning/integration/nycklar?a=" + SLUG,
                    "handlaggning/integration/nycklar.xhtml",
                    ADMINISTERING_SOMEWHERE,
                    ADMINISTERING),
            new Row(
                    "/handlaggning/integration/tjanster?a=" + SLUG,
                    "handlaggning/integration/tjanster.xhtml",
                    ADMINISTERING_SOMEWHERE,
                    ADMINISTERING),
            new Row(
                    "/handlaggning/integration/post?a=" + SLUG,
                    "handlaggning/integration/post.xhtml",
                    HANDLING_SOMEWHERE,
                    ADMINISTERING),
            new Row("/handlaggning/mejl/{mail}.eml", "/handlaggning/mejl/*", HANDLING, NONE),
            new Row(
                    "/handlaggning/integration?a=" + SLUG,
                    "handlaggning/integration.xhtml",
                    ADMINISTERING_SOMEWHERE,
                    ADMINISTERING),
            new Row(
                    "/handlaggning/integration/anslutning?a=" + SLUG,
                    "handlaggning/integration/anslutning.xhtml",
                    ADMINISTERING_SOMEWHERE,
                    ADMINISTERING),
            new Row("/handlaggning/logg?a=" + SLUG, "handlaggning/logg.xhtml", ADMINISTERING_SOMEWHERE, NONE),
            new Row("/drift", "drift.xhtml", EnumSet.of(Who.OPERATOR), NONE),
            new Row("/drift/checklista", "drift/checklista.xhtml", EnumSet.of(Who.OPERATOR), NONE),
            new Row("/drift/kommuner", "drift/kommuner.xhtml", EnumSet.of(Who.OPERATOR), NONE),
            new Row("/drift/kommun/" + SLUG, "drift/kommun.xhtml", EnumSet.of(Who.OPERATOR), EnumSet.of(Who.OPERATOR)),
            new Row(
                    "/handlaggning/meddelanden?a=" + SLUG,
                    "handlaggning/meddelanden.xhtml",
                    ADMINISTERING_SOMEWHERE,
                    ADMINISTERING),
            new Row(
                    "/drift/meddelanden",
                    "drift/meddelanden.xhtml",
                    EnumSet.of(Who.OPERATOR),
                    EnumSet.of(Who.OPERATOR)),
            new Row("/drift/anvandare", "drift/anvandare.xhtml", EnumSet.of(Who.OPERATOR), EnumSet.of(Who.OPERATOR)),
            new Row("/drift/leveranser", "drift/leveranser.xhtml", EnumSet.of(Who.OPERATOR), EnumSet.of(Who.OPERATOR)),
            new Row("/drift/installningar", "drift/installningar.xhtml", EnumSet.of(Who.OPERATOR), NONE),
            new Row("/drift/sparrade", "drift/sparrade.xhtml", EnumSet.of(Who.OPERATOR), EnumSet.of(Who.OPERATOR)),
            new Row("/drift/utskick", "drift/utskick.xhtml", EnumSet.of(Who.OPERATOR), EnumSet.of(Who.OPERATOR)),
            new Row("/drift/integration", "drift/integration.xhtml", EnumSet.of(Who.OPERATOR), NONE),
            new Row("/drift/jobb", "drift/jobb.xhtml", EnumSet.of(Who.OPERATOR), EnumSet.of(Who.OPERATOR)),
            new Row("/drift/gallring", "drift/gallring.xhtml", EnumSet.of(Who.OPERATOR), EnumSet.of(Who.OPERATOR)),
            new Row("/drift/gallring/csv?regel=report", "/drift/gallring/csv", EnumSet.of(Who.OPERATOR), NONE),
            new Row("/drift/person", "drift/person.xhtml", EnumSet.of(Who.OPERATOR), EnumSet.of(Who.OPERATOR)),
            new Row("/drift/logg", "drift/logg.xhtml", EnumSet.of(Who.OPERATOR), NONE),
            new Row("/drift/post", "drift/post.xhtml", EnumSet.of(Who.OPERATOR), NONE),
            new Row("/konto", "konto.xhtml", SIGNED_IN, NONE),
            new Row("/konto/sakerhet", "konto/sakerhet.xhtml", SIGNED_IN, SIGNED_IN),
            new Row("/konto/prenumerationer", "konto/prenumerationer.xhtml", SIGNED_IN, SIGNED_IN),
            new Row("/konto/uppgifter", "konto/uppgifter.xhtml", SIGNED_IN, SIGNED_IN));

    private static final Map<Who, Resident> BROWSERS = new EnumMap<>(Who.class);
    private static Connection database;
    private static DeskReports reports;
    private static long report;
    private static String mail;

    @BeforeAll
    static void everybodySignsIn() throws SQLException {
        database = database();
        reports = new DeskReports(database, AUTHORITY, Position.of(64.16, 17.35));
        reports.take();
        report = reports.put(1, SECRET, "REPORTED").get(0);
        mail = mail();
        BROWSERS.put(Who.NOBODY, new Resident());
        BROWSERS.put(Who.RESIDENT, Staff.resident().signedIn());
        BROWSERS.put(Who.READER, Staff.reader(AUTHORITY).signedIn());
        BROWSERS.put(Who.CASEWORKER, Staff.caseworker(AUTHORITY).signedIn());
        BROWSERS.put(
                Who.LIMITED, Staff.caseworker(AUTHORITY).limitedTo("graffiti").signedIn());
        BROWSERS.put(Who.ADMINISTRATOR, Staff.administrator(AUTHORITY).signedIn());
        BROWSERS.put(Who.OTHER_CASEWORKER, Staff.caseworker(OTHER).signedIn());
        BROWSERS.put(Who.OTHER_ADMINISTRATOR, Staff.administrator(OTHER).signedIn());
        BROWSERS.put(Who.OPERATOR, Staff.operator().signedIn());
    }

    @AfterAll
    static void everybodyLeaves() throws SQLException {
        try (Statement delete = database.createStatement()) {
            delete.executeUpdate("delete from incoming_mail where id = " + mail);
        }
        reports.take();
        database.close();
        BROWSERS.clear();
    }

    private static Set<Who> with(Set<Who> some, Who... more) {
        Set<Who> all = EnumSet.copyOf(some);
        all.addAll(Arrays.asList(more));
        return all;
    }

    static List<Row> table() {
        return TABLE;
    }

    @ParameterizedTest
    @MethodSource("table")
    void everyAddressIsForThoseWhoseBusinessItIs(Row row) {
        for (Who who : Who.values()) {
            HttpResponse<String> answer = BROWSERS.get(who).get(address(row));
            String what = who + " at " + address(row);
            if (who == Who.NOBODY) {
                assertThat(answer.statusCode()).as(what).isEqualTo(303);
                assertThat(answer.headers().firstValue("location").orElse(""))
                        .as(what)
                        .contains("/logga-in");
            } else if (row.welcome().contains(who)) {
                assertThat(answer.statusCode()).as(what).isEqualTo(200);
                assertThat(answer.headers().firstValue("cache-control").orElse(""))
                        .as(what)
                        .contains("no-store");
            } else {
                assertThat(answer.statusCode()).as(what).isEqualTo(404);
            }
            if (!LOOKING.contains(who)) {
                assertThat(answer.body()).as(what).doesNotContain(SECRET).doesNotContain("070-123 45 67");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("table")
    void whoeverHasNoBusinessThereChangesNothing(Row row) {
        String before = standing();
        for (Who who : Who.values()) {
            if (row.changing().contains(who)) {
                continue;
            }
            Resident browser = BROWSERS.get(who);
            browser.get(who == Who.NOBODY ? "/logga-in" : "/konto");
            for (String action : List.of(
                    "answer",
                    "note",
                    "assign",
                    "hand-over",
                    "merge",
                    "hide",
                    "save",
                    "invite",
                    "delete",
                    "make",
                    "revoke")) {
                HttpResponse<String> answer = browser.post(
                        address(row),
                        Map.of(
                                "action", action,
                                "status", "fixed",
                                "new-status", "fixed",
                                "text", "Otillåtet",
                                "new-text", "Otillåtet",
                                "version", "1",
                                "email", "inkraktare@example.org",
                                "nummer", Long.toString(report),
                                "skal", "Otillåtet",
                                "id", Long.toString(report)));
                assertThat(answer.statusCode())
                        .as(who + " posts " + action + " to " + address(row))
                        .isLessThan(500);
            }
        }
        assertThat(standing()).isEqualTo(before);
    }

    @Test
    void aFormWithoutItsTokenChangesNothingWhoeverSendsIt() {
        String before = standing();
        for (Row row : TABLE) {
            HttpResponse<String> answer = BROWSERS.get(Who.OPERATOR)
                    .post(
                            address(row),
                            Map.of("fmg_csrf", "", "action", "answer", "status", "fixed", "text", "Otillåtet"));
            assertThat(answer.statusCode()).as(row.address()).isEqualTo(403);
            HttpResponse<String> foreign = BROWSERS.get(Who.OPERATOR)
                    .post(address(row), Map.of("action", "answer"), "Origin", "https://evil.example");
            assertThat(foreign.statusCode()).as(row.address()).isEqualTo(403);
        }
        assertThat(standing()).isEqualTo(before);
    }

    @Test
    void whoeverIsDismissedIsOutAtTheNextClick() {
        Staff leaving = Staff.caseworker(AUTHORITY);
        Resident browser = leaving.signedIn();
        assertThat(browser.get("/handlaggning/rapport/" + report).statusCode()).isEqualTo(200);
        leaving.dismiss();
        assertThat(browser.get("/handlaggning/rapport/" + report).statusCode()).isEqualTo(404);
        assertThat(browser.get("/handlaggning/export/csv?a=" + SLUG).statusCode())
                .isEqualTo(404);
        assertThat(browser.get("/konto").statusCode()).isEqualTo(200);
    }

    @Test
    void theTableKnowsEveryAddressThereIs() throws IOException {
        Set<String> known = TABLE.stream().map(Row::page).collect(Collectors.toCollection(TreeSet::new));
        // Walked with what they need: a change of many reports, a link to be revoked, a search of authorities,
        // somebody's own file.
        known.addAll(Set.of(
                "handlaggning/andringar/pagar.xhtml",
                "/handlaggning",
                "/handlaggning/logg/csv",
                "/drift/logg/csv",
                "/handlaggning/lank",
                "/handlaggning/ansvariga",
                "/konto/uppgifter/fixamingata.json"));
        assertThat(pages()).isSubsetOf(known);
    }

    private static Set<String> pages() throws IOException {
        Path web = Path.of(System.getProperty("fmg.root", "..")).resolve("web/src/main");
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(web.resolve("webapp"))) {
            files.map(file -> web.resolve("webapp").relativize(file).toString())
                    .filter(name -> name.matches("(handlaggning|drift|konto)(/.*)?\\.xhtml"))
                    .forEach(found::add);
        }
        Pattern servlet = Pattern.compile("\"(/(?:handlaggning|drift|konto)[^\"]*)\"");
        try (Stream<Path> files = Files.walk(web.resolve("java"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                String text = Files.readString(file);
                if (text.contains("@WebServlet") || text.contains("@Path(")) {
                    Matcher pattern = servlet.matcher(text.substring(text.indexOf('@'), text.indexOf("public class")));
                    while (pattern.find()) {
                        found.add(pattern.group(1));
                    }
                }
            }
        }
        return found;
    }

    /** One that waits for approval. */
    private static String mail() throws SQLException {
        try (Statement insert = database.createStatement()) {
            insert.executeUpdate(
                    "insert into incoming_mail (id, digest, received_at, raw, state, authority_code, report_id, version)"
                            + " values (next value for inner_number, unhex(sha2(uuid(), 256)), now(6), 'Subject: "
                            + SECRET
                            + "\\r\\n\\r\\n<script>', 'WAITING', '" + AUTHORITY + "', " + report + ", 1)");
        }
        return stored("select id from incoming_mail where report_id = ?", report)
                .orElseThrow();
    }

    private static String address(Row row) {
        return row.address().replace("{report}", Long.toString(report)).replace("{mail}", mail);
    }

    @Test
    void theOriginalOfAMailIsAFileToKeep() {
        HttpResponse<String> file = BROWSERS.get(Who.CASEWORKER).get("/handlaggning/mejl/" + mail + ".eml");
        assertThat(file.headers().firstValue("content-type")).hasValue("message/rfc822");
        assertThat(file.headers().firstValue("content-disposition"))
                .hasValue("attachment; filename=\"" + mail + ".eml\"");
        assertThat(file.headers().firstValue("x-content-type-options")).hasValue("nosniff");
        assertThat(file.body()).isEqualTo("Subject: " + SECRET + "\r\n\r\n<script>");
        assertThat(BROWSERS.get(Who.OPERATOR).get("/drift/post/" + mail).body())
                .contains("/handlaggning/mejl/" + mail + ".eml");
    }

    /** Everything that somebody who should not could have changed. */
    private static String standing() {
        return stored(
                        "select concat_ws('|', (select concat(status, visibility, version, title) from report where id = ?),"
                                + " (select count(*) from history_entry where report_id = ?),"
                                + " (select count(*) from bulk_change where authority_code = ?),"
                                + " (select count(*) from invitation where authority_code = ?),"
                                + " (select count(*) from response_template where authority_code = ?),"
                                + " (select count(*) from api_key where authority_code = ?),"
                                + " (select count(*) from deadline where authority_code = ?),"
                                + " (select count(*) from membership where authority_code = ?),"
                                + " (select count(*) from report_hold where report_id = ?),"
                                + " (select concat(ifnull(email, ''), version) from authority where code = ?),"
                                + " (select count(*) from site_message where authority_code = ?))",
                        report,
                        report,
                        AUTHORITY,
                        AUTHORITY,
                        AUTHORITY,
                        AUTHORITY,
                        AUTHORITY,
                        AUTHORITY,
                        report,
                        AUTHORITY,
                        AUTHORITY)
                .orElseThrow();
    }
}
