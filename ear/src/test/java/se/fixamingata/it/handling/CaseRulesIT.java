package se.fixamingata.it.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.it.MailBox;
import se.fixamingata.it.Resident;
import se.fixamingata.it.ServerTest;
import se.fixamingata.it.Staff;

/** Who may do what on the page of a report, and what becomes of what they typed. */
class CaseRulesIT extends ServerTest {

    private static final List<String> ACTIONS = List.of(
            "answer",
            "answer-preview",
            "answer-template",
            "note",
            "ask",
            "assign-me",
            "assign",
            "priority",
            "expect",
            "category",
            "move",
            "handover",
            "merge",
            "unmerge",
            "read",
            "release",
            "nonsense");

    private final Resident reporter = new Resident();
    private long report;

    @BeforeEach
    void report() {
        report = reporter.reportConfirmed("Lyktan vid bron");
    }

    private String storedVersion() {
        return stored("select version from report where id = ?", report).orElseThrow();
    }

    private String storedStatus() {
        return stored("select status from report where id = ?", report).orElseThrow();
    }

    private static Map<String, String> with(Map<String, String> fields, String... more) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    @Test
    void anAnswerIsKeptToldAndMailed() {
        Resident hanna = Staff.caseworker("1763").signedIn();
        Map<String, String> form = Cases.form(hanna, report, "answer");

        HttpResponse<String> sent = hanna.post(
                Cases.path(report), with(form, "status", "planned", "text", "Vi byter <b>lampan</b> i maj."));

        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(storedStatus()).isEqualTo("PLANNED");
        String page = hanna.get(Cases.path(report) + "?klar=answer").body();
        assertThat(page)
                .contains("Svaret är skickat.", "Vi byter &lt;b&gt;lampan&lt;/b&gt; i maj.", "Hanna Handläggare")
                .doesNotContain("<b>lampan</b>");
        assertThat(MailBox.await(reporter.email, 3).stream().map(MailBox::text))
                .anySatisfy(text -> assertThat(text).contains("Vi byter <b>lampan</b> i maj."));
    }

    @Test
    void nobodyElseDoesAnything() {
        Map<String, String> form = with(
                Cases.form(Staff.caseworker("1763").signedIn(), report, ""),
                "text",
                "Text",
                "status",
                "fixed",
                "priority",
                "high",
                "expectedOn",
                "2030-01-01",
                "category",
                "other",
                "lat",
                "59.6",
                "lon",
                "13.5",
                "authority",
                "Karlstad",
                "main",
                "1",
                "template",
                "1");

        for (Staff one : List.of(Staff.administrator("1780"), Staff.resident())) {
            Resident foreigner = one.signedIn();
            foreigner.get("/rapportera");
            assertThat(foreigner.get(Cases.path(report)).statusCode()).isEqualTo(404);
            for (String action : ACTIONS) {
                assertThat(foreigner
                                .post(Cases.path(report), with(form, "action", action))
                                .statusCode())
                        .as(action)
                        .isEqualTo(404);
            }
        }
        assertThat(storedVersion()).isEqualTo(form.get("version"));
    }

    @Test
    void aReaderSeesNoButtonsNoReporterAndIsRefused() {
        Resident lena = Staff.reader("1763").signedIn();
        HttpResponse<String> page = lena.get(Cases.path(report));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Lyktan vid bron", "Du kan läsa rapporten.")
                .doesNotContain("answer-form", reporter.email, "Anna Andersson", "value=\"handover\"");
        for (String action : new String[] {"answer", "note", "assign-me", "handover"}) {
            HttpResponse<String> refused = lena.post(
                    Cases.path(report),
                    Map.of(
                            "action",
                            action,
                            "text",
                            "Text",
                            "status",
                            "fixed",
                            "authority",
                            "Karlstad",
                            "version",
                            storedVersion()));
            assertThat(refused.statusCode()).as(action).isEqualTo(404);
        }
        assertThat(storedStatus()).isEqualTo("REPORTED");
    }

    @Test
    void aFormOfAForeignPageIsRefusedAndTheTextGivenBack() {
        Resident hanna = Staff.caseworker("1763").signedIn();
        Map<String, String> form = with(Cases.form(hanna, report, "answer"), "text", "Ett svar", "fmg_csrf", "fel");

        assertThat(hanna.post(Cases.path(report), form).statusCode()).isEqualTo(403);
        assertThat(hanna.post(Cases.path(report), with(form), "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(storedStatus()).isEqualTo("REPORTED");
    }

    @Test
    void nobodySignedInIsAskedToAndTheTextSurvives() {
        Resident stranger = new Resident();
        assertThat(stranger.get(Cases.path(report)).statusCode()).isEqualTo(303);
        stranger.get("/rapportera");

        HttpResponse<String> back = stranger.post(
                Cases.path(report), Map.of("action", "answer", "version", "1", "text", "Det långa svaret som tog tid"));

        assertThat(back.statusCode()).isEqualTo(401);
        assertThat(back.body()).contains("Det långa svaret som tog tid");
    }

    @Test
    void theSecondOneIsToldWhatHappenedAndLosesNothing() {
        Staff first = Staff.caseworker("1763");
        Resident second = Staff.caseworker("1763").signedIn();
        Resident hanna = first.signedIn();
        Map<String, String> seen = with(Cases.form(second, report, "answer"), "text", "Vi tittar i morgon.");
        hanna.post(
                Cases.path(report),
                with(Cases.form(hanna, report, "answer"), "status", "fixed", "text", "Lampan är bytt."));

        HttpResponse<String> told = second.post(Cases.path(report), with(seen, "status", "planned"));

        assertThat(told.statusCode()).isEqualTo(409);
        assertThat(told.body())
                .contains("Någon annan var snabbare.", "Rapporterad → Åtgärdad", "Lampan är bytt.", first.name)
                .contains(">Vi tittar i morgon.</textarea>");
        assertThat(storedStatus()).isEqualTo("FIXED");

        HttpResponse<String> again = second.post(
                Cases.path(report), with(seen, "version", Cases.version(told.body()), "status", "in_progress"));
        assertThat(again.statusCode()).isEqualTo(302);
        assertThat(storedStatus()).isEqualTo("IN_PROGRESS");
    }

    @Test
    void whoLosesTheReportWhileWritingGetsTheTextBack() {
        Resident hanna = Staff.caseworker("1763").signedIn();
        Resident second = Staff.caseworker("1763").signedIn();
        Map<String, String> seen = with(Cases.form(second, report, "answer"), "text", "Vi tittar i morgon.");

        HttpResponse<String> handedOver = hanna.post(
                Cases.path(report), with(Cases.form(hanna, report, "handover"), "authority", "Karlstad", "text", ""));
        assertThat(handedOver.statusCode()).isEqualTo(302);
        String after = handedOver.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
        assertThat(hanna.get(after).body()).contains("inte din längre", "Rapporten hör nu till Karlstads kommun");
        assertThat(hanna.get(Cases.path(report) + "?klar=handover").statusCode())
                .isEqualTo(404);

        HttpResponse<String> told = second.post(Cases.path(report), seen);
        assertThat(told.statusCode()).isEqualTo(409);
        assertThat(told.body()).contains("Vi tittar i morgon.", "Karlstads kommun");
        assertThat(second.get(Cases.path(report)).statusCode()).isEqualTo(404);
        assertThat(second.get(Cases.path(report) + "?sedan=" + seen.get("version"))
                        .body())
                .contains("Rapporten hör nu till Karlstads kommun");
    }

    @Test
    void everyButtonOfThePageGivesBackTheTextWhenTheReportHasGone() {
        Resident hanna = Staff.caseworker("1763").signedIn();
        Resident second = Staff.caseworker("1763").signedIn();
        Resident stranger = Staff.caseworker("0180").signedIn();
        Map<String, String> seen = with(
                Cases.form(second, report, "note"),
                "text",
                "Ring Lisa om <lyktan>.",
                "main",
                String.valueOf(report),
                "authority",
                "Karlstad",
                "template",
                "1",
                "category",
                "trees",
                "priority",
                "high",
                "lat",
                "59.5290",
                "lon",
                "13.4815");
        hanna.post(
                Cases.path(report), with(Cases.form(hanna, report, "handover"), "authority", "Karlstad", "text", ""));
        for (String action : ACTIONS) {
            HttpResponse<String> told = second.post(Cases.path(report), with(seen, "action", action));
            assertThat(told.statusCode()).as(action).isEqualTo(409);
            assertThat(told.body())
                    .as(action)
                    .contains("Rapporten hör nu till Karlstads kommun", "Ring Lisa om &lt;lyktan&gt;.")
                    .contains("href=\"/handlaggning\"");
            assertThat(stranger.post(Cases.path(report), with(seen, "action", action))
                            .statusCode())
                    .as(action)
                    .isEqualTo(404);
        }
        HttpResponse<String> moderated = second.post(
                "/handlaggning/granskning/report/" + report,
                with(seen, "action", "edit", "report", String.valueOf(report)));
        assertThat(moderated.statusCode()).isEqualTo(409);
        assertThat(moderated.body()).contains("Karlstads kommun", "Ring Lisa om");
        HttpResponse<String> revoked = second.post("/handlaggning/lank", with(seen, "report", String.valueOf(report)));
        assertThat(revoked.headers().firstValue("Location").orElse("")).contains("sedan=");
    }

    @Test
    void whatIsWrongIsToldAtItsFieldAndEverythingTypedIsThereAgain() {
        Resident hanna = Staff.caseworker("1763").signedIn();
        Map<String, String> form = Cases.form(hanna, report, "answer");

        HttpResponse<String> closing = hanna.post(Cases.path(report), with(form, "status", "no_action", "text", " "));
        assertThat(closing.statusCode()).isEqualTo(422);
        assertThat(closing.body())
                .contains("<a href=\"#answer-text\">", "<option value=\"no_action\" selected=\"selected\">");

        HttpResponse<String> left = hanna.post(Cases.path(report), with(form, "text", "Klart senast {klart}, {namn}."));
        assertThat(left.statusCode()).isEqualTo(422);
        assertThat(left.body()).contains("{klart}, {namn}", ">Klart senast {klart}, {namn}.</textarea>");

        HttpResponse<String> noDay = hanna.post(
                Cases.path(report), with(form, "text", "Snart", "expectedOn", "i morgon", "expectedWas", ""));
        assertThat(noDay.statusCode()).isEqualTo(422);
        assertThat(noDay.body()).contains("<a href=\"#answer-expectedOn\">", ">Snart</textarea>");

        HttpResponse<String> nowhere =
                hanna.post(Cases.path(report), with(Cases.form(hanna, report, "move"), "lat", "nord", "lon", "13"));
        assertThat(nowhere.statusCode()).isEqualTo(422);
        assertThat(nowhere.body()).contains("<a href=\"#move-place\">", "value=\"nord\"");
        assertThat(storedStatus()).isEqualTo("REPORTED");
    }

    @Test
    void theWorkThatIsNoAnswerIsDoneToo() {
        Staff staff = Staff.caseworker("1763");
        Resident hanna = staff.signedIn();

        does(hanna, "assign-me");
        does(hanna, "priority", "priority", "high");
        does(hanna, "note", "text", "Ring entreprenören");
        does(hanna, "expect", "expectedOn", "2027-03-01");
        does(hanna, "category", "category", "park");
        does(hanna, "move", "lat", "59.53", "lon", "13.48");
        does(hanna, "ask", "text", "Vilken stolpe är det?");
        does(hanna, "release");

        assertThat(stored(
                        "select concat(assignee_id, priority, expected_on, category_code) from report where id = ?",
                        report))
                .contains(staff.accountId + "HIGH2027-03-01park");
        assertThat(hanna.get(Cases.path(report)).body())
                .contains("Ring entreprenören", "Vilken stolpe är det?", "Prioritet: Normal → Hög");
        assertThat(get("/rapport/" + report).body()).doesNotContain("Ring entreprenören", "Vilken stolpe är det?");
        assertThat(MailBox.await(reporter.email, 3).stream().map(MailBox::text))
                .anySatisfy(text -> assertThat(text).contains("Vilken stolpe är det?"));
    }

    private void does(Resident caseworker, String action, String... fields) {
        HttpResponse<String> done =
                caseworker.post(Cases.path(report), with(Cases.form(caseworker, report, action), fields));
        assertThat(done.statusCode()).as(action + "\n" + done.body()).isEqualTo(302);
        assertThat(done.headers().firstValue("location").orElse("")).contains("klar=" + action);
    }

    @Test
    void twoReportsBecomeOneAndTwoAgain() {
        long main = new Resident().reportConfirmed("Lyktan vid bron, igen");
        Resident hanna = Staff.caseworker("1763").signedIn();

        assertThat(hanna.post(Cases.path(report), with(Cases.form(hanna, report, "merge-look"), "main", "#" + main))
                        .body())
                .contains("Lyktan vid bron, igen");
        does(hanna, "merge", "main", "#" + main, "text", "Redan anmält.");
        assertThat(storedStatus()).isEqualTo("DUPLICATE");
        assertThat(hanna.get(Cases.path(main)).body()).contains(Cases.path(report));
        does(hanna, "unmerge", "text", "");
        assertThat(storedStatus()).isEqualTo("REPORTED");
    }

    @Test
    void thePreviewIsTheVeryMailAndChangesNothing() {
        Resident hanna = Staff.caseworker("1763").signedIn();
        Map<String, String> form =
                with(Cases.form(hanna, report, "answer-preview"), "status", "fixed", "text", "Nu lyser den <igen>.");

        HttpResponse<String> page = hanna.post(Cases.path(report), form);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("sandbox=\"allow-same-origin\"", "Nu lyser den &amp;lt;igen&amp;gt;.");
        assertThat(storedVersion()).isEqualTo(form.get("version"));
    }

    @Test
    void nextAndPreviousFollowTheListThatSomebodyCameFrom() {
        Resident hanna = Staff.caseworker("1763").signedIn();
        long newer = new Resident().reportConfirmed("Nästa lykta");
        String from = "?fran=status%3Dopen";

        HttpResponse<String> next = hanna.get(Cases.path(newer) + from + "&steg=nasta");
        assertThat(next.headers().firstValue("location").orElse("")).contains(Cases.path(report) + "?fran=status");
        HttpResponse<String> none = hanna.get(Cases.path(newer) + from + "&steg=forra");
        assertThat(none.headers().firstValue("location").orElse("")).endsWith("/handlaggning?status=open");
        assertThat(hanna.get(Cases.path(newer) + from).body()).contains("href=\"/handlaggning?status=open\"");
    }

    @Test
    void nonsenseIsNoReport() {
        Resident hanna = Staff.caseworker("1763").signedIn();
        for (String path : new String[] {"", "/0", "/x", "/99999999999999999999", "/123456789012345678"}) {
            assertThat(hanna.get("/handlaggning/rapport" + path).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
    }
}
