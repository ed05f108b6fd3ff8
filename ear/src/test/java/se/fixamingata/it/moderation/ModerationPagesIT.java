package se.fixamingata.it.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.fixamingata.it.Pictures;
import se.fixamingata.it.Resident;
import se.fixamingata.it.ServerTest;
import se.fixamingata.it.Staff;

/** {@code /handlaggning/granskning}: what the buttons do, and for whom. */
class ModerationPagesIT extends ServerTest {

    private static String visibility(long id) {
        return stored("select visibility from report where id = ?", id).orElseThrow();
    }

    private static HttpResponse<String> press(Resident browser, String path, String action, String... more) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("action", action);
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return browser.post(path, fields);
    }

    private static String seen(String page) {
        Matcher found =
                Pattern.compile("name=\"seen\" value=\"([0-9a-f]{16})\"").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void aReportIsHiddenAndShownAgainAndTheWayBackIsOffered() {
        long id = new Resident().reportConfirmed("Klotter på muren");
        Resident browser = Staff.caseworker("1763").signedIn();
        String path = "/handlaggning/granskning/report/" + id;
        assertThat(browser.get(path).statusCode()).isEqualTo(200);

        HttpResponse<String> hidden = press(browser, path, "hide", "back", "/handlaggning/granskning?visa=avgjorda");
        String next = hidden.headers().firstValue("location").orElseThrow();
        assertThat(next).endsWith("/handlaggning/granskning?visa=avgjorda&granskat=hide.report." + id + ".0");
        assertThat(visibility(id)).isEqualTo("HIDDEN");
        assertThat(get("/rapport/" + id).statusCode()).isEqualTo(404);
        assertThat(get("/api/map/15/17607/9585.json").body()).doesNotContain("\"id\":" + id + ",");
        assertThat(browser.get(next.replaceFirst("^https?://[^/]+", "")).body()).contains("value=\"undo\"");

        press(browser, path, "undo", "hidden", "0");
        assertThat(visibility(id)).isEqualTo("PUBLIC");
        assertThat(get("/rapport/" + id).statusCode()).isEqualTo(200);
    }

    @Test
    void theWayBackLeadsNowhereElse() {
        long id = new Resident().reportConfirmed("Klotter på muren");
        Resident browser = Staff.caseworker("1763").signedIn();
        browser.get("/handlaggning/granskning");
        for (String back : List.of("https://evil.example/", "//evil.example/", "/handlaggning//evil.example")) {
            assertThat(press(browser, "/handlaggning/granskning/report/" + id, "hide", "back", back)
                            .headers()
                            .firstValue("location"))
                    .hasValueSatisfying(to -> assertThat(to).doesNotContain("evil"));
        }
    }

    @Test
    void wordsAreChangedTheOriginalIsKeptPutBackAndErased() {
        long id = new Resident().reportConfirmed("Anna Persson på Storgatan 3 klottrar");
        Resident browser = Staff.caseworker("1763").signedIn();
        String path = "/handlaggning/granskning/report/" + id;
        String page = browser.get(path).body();
        String description =
                stored("select description from report where id = ?", id).orElseThrow();
        String[] words = {
            "seen", seen(page), "title", "Klotter på <b>Storgatan</b>", "text", description, "name", "Anna Andersson"
        };
        assertThat(press(browser, path, "edit", words).statusCode() / 100).isEqualTo(3);
        assertThat(get("/rapport/" + id).body())
                .contains("Klotter på &lt;b&gt;Storgatan&lt;/b&gt;")
                .doesNotContain("Persson")
                .doesNotContain("<b>Storgatan");
        assertThat(browser.get(path).body()).contains("Anna Persson på Storgatan 3 klottrar");

        // The same form once more: somebody else was faster.
        HttpResponse<String> late = press(browser, path, "edit", words);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("medan du skrev");

        HttpResponse<String> wrong = press(
                browser,
                path,
                "edit",
                "seen",
                seen(browser.get(path).body()),
                "title",
                "x",
                "text",
                "kort",
                "name",
                "");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("value=\"x\"").contains(">kort</textarea>");

        String original = stored("select id from moderation_original where report_id = ?", id)
                .orElseThrow();
        press(browser, path, "restore", "original", original);
        assertThat(stored("select title from report where id = ?", id))
                .hasValue("Anna Persson på Storgatan 3 klottrar");

        press(
                browser,
                path,
                "edit",
                "seen",
                seen(browser.get(path).body()),
                "title",
                "Klotter",
                "text",
                description,
                "name",
                "Anna Andersson");
        press(browser, path, "erase");
        assertThat(stored("select count(*) from moderation_original where report_id = ?", id))
                .hasValue("0");
        assertThat(stored(
                        "select count(*) from audit_entry where subject = ? and concat(coalesce(before_value, ''),"
                                + " coalesce(after_value, ''), coalesce(detail, '')) like '%Persson%'",
                        "report:" + id))
                .hasValue("0");
    }

    @Test
    void aPhotoIsHiddenAndThenGoneForGood() {
        long id = new Resident()
                .reportConfirmed(
                        "Klotter på muren", new Resident.Upload("a.jpg", "image/jpeg", Pictures.streetLamp(800, 600)));
        String photo = stored("select id from photo where report_id = ?", id).orElseThrow();
        Resident browser = Staff.caseworker("1763").signedIn();
        String path = "/handlaggning/granskning/photo/" + photo;
        browser.get(path);
        press(browser, path, "hide");
        assertThat(get("/bild/" + photo + "/full").statusCode()).isEqualTo(404);
        assertThat(get("/rapport/" + id).body()).doesNotContain(photo);
        assertThat(browser.get("/bild/" + photo + "/thumb").statusCode()).isEqualTo(200);
        press(browser, path, "delete");
        assertThat(browser.get("/bild/" + photo + "/thumb").statusCode()).isEqualTo(404);
        assertThat(stored("select count(*) from photo_image where photo_id = ?", photo))
                .hasValue("0");
    }

    @Test
    void nobodyElseSeesOrChangesAnything() {
        long id = new Resident().reportConfirmed("Klotter på muren");
        String path = "/handlaggning/granskning/report/" + id;
        for (Staff stranger : List.of(
                Staff.reader("1763"),
                Staff.caseworker("1780"),
                Staff.administrator("1780"),
                Staff.caseworker("1763").limitedTo("graffiti"),
                Staff.resident())) {
            Resident browser = stranger.signedIn();
            browser.get("/konto/sakerhet");
            assertThat(browser.get(path).statusCode()).as(stranger.name).isEqualTo(404);
            for (String action :
                    List.of("keep", "hide", "undo", "delete", "name", "noname", "erase", "restore", "edit")) {
                HttpResponse<String> answer = press(browser, path, action, "original", "1", "seen", "x");
                assertThat(answer.statusCode()).as(stranger.name + " " + action).isEqualTo(404);
            }
            assertThat(browser.get("/handlaggning/granskning?a=forshaga").body())
                    .doesNotContain("report-" + id);
        }
        assertThat(visibility(id)).isEqualTo("PUBLIC");
        assertThat(get(path).statusCode()).isNotEqualTo(200);
    }

    @Test
    void anOperatorSeesTheWholeCountry() {
        long id = new Resident().reportConfirmed("Klotter på muren");
        AbusePagesIT.report("/anmal/report/" + id, "insult", "");
        Resident browser = Staff.operator().signedIn();
        String page = browser.get("/handlaggning/granskning?a=forshaga").body();
        assertThat(page).contains("id=\"report-" + id + "\"");
        assertThat(browser.get("/handlaggning/granskning").body()).contains("Forshaga kommun");
        assertThat(browser.get("/handlaggning/granskning?a=stockholm").body()).doesNotContain("report-" + id + "\"");
    }
}
