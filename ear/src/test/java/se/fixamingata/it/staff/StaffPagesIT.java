package se.fixamingata.it.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.fixamingata.it.MailBox;
import se.fixamingata.it.Resident;
import se.fixamingata.it.ServerTest;
import se.fixamingata.it.Staff;

/** Who works for an authority, decided on its pages. Storfors is this test's alone. */
class StaffPagesIT extends ServerTest {

    private static final String STORFORS = "1760";
    private static final String KARLSTAD = "1780";
    private static final List<String> PAGES = List.of(
            "/handlaggning/personal",
            "/handlaggning/personal/bjud-in",
            "/handlaggning/sakerhet",
            "/handlaggning/logg",
            "/handlaggning/logg/csv");

    private static String location(HttpResponse<String> answer) {
        // Faces' redirects name the host.
        String location = answer.headers().firstValue("location").orElse("");
        return location.startsWith(BASE + "/handlaggning") || location.equals(BASE + "/")
                ? location.substring(BASE.length())
                : location;
    }

    private static Map<String, String> place(String role) {
        Map<String, String> fields = new HashMap<>();
        fields.put("role", role);
        fields.put("categories", "all");
        fields.put("action", "save");
        return fields;
    }

    @Test
    void isOpenForAdministratorsAndOperatorsOnly() {
        Staff member = Staff.caseworker(STORFORS);
        for (Staff nobody : List.of(
                Staff.resident(), Staff.reader(STORFORS), Staff.caseworker(STORFORS), Staff.administrator(KARLSTAD))) {
            Resident browser = nobody.signedIn();
            // Who works elsewhere gets their own desk instead of a stranger's.
            boolean elsewhere = nobody.name.startsWith("Adam");
            browser.get("/rapportera");
            for (String page : PAGES) {
                HttpResponse<String> answer = browser.get(page + "?a=storfors");
                if (elsewhere) {
                    assertThat(answer.body()).as(page).doesNotContain("Storfors");
                } else {
                    assertThat(answer.statusCode()).as(nobody.name + " " + page).isEqualTo(404);
                }
            }
            assertThat(browser.get("/handlaggning/personal/" + member.accountId + "?a=storfors")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(browser.get("/drift/logg").statusCode()).isEqualTo(404);
            assertThat(browser.get("/drift/logg/csv").statusCode()).isEqualTo(404);
            browser.get("/rapportera");
            assertThat(browser.post(
                                    "/handlaggning/personal/" + member.accountId + "?a=storfors",
                                    place("administrator"))
                            .body())
                    .doesNotContain("Storfors");
        }
        assertThat(stored("select role from membership where account_id = ?", member.accountId))
                .contains("CASEWORKER");
        Resident operator = Staff.operator().signedIn();
        for (String page : PAGES) {
            assertThat(operator.get(page + "?a=storfors").statusCode()).as(page).isEqualTo(200);
        }
        assertThat(operator.get("/drift/logg").statusCode()).isEqualTo(200);
        assertThat(operator.get("/drift").body()).contains("/drift/logg");
        Resident stranger = new Resident();
        for (String page : PAGES) {
            assertThat(location(stranger.get(page))).as(page).startsWith("/logga-in?till=");
        }
    }

    @Test
    void invitesSeveralAndTakesOneBack() {
        Staff adam = Staff.administrator(STORFORS);
        Resident browser = adam.signedIn();
        String first = "ny-" + adam.accountId + "@example.org";
        String second = "annan-" + adam.accountId + "@example.org";
        browser.get("/handlaggning/personal/bjud-in?a=storfors");
        Map<String, String> fields = place("caseworker");
        fields.put("addresses", first + ", hej");
        HttpResponse<String> wrong = browser.post("/handlaggning/personal/bjud-in?a=storfors", fields);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("inga e-postadresser: hej", ">" + first + ", hej</textarea>");

        fields.put("addresses", first + "\n" + second);
        fields.put("categories", "some");
        assertThat(browser.post("/handlaggning/personal/bjud-in?a=storfors", fields)
                        .body())
                .contains("Välj minst en kategori");
        fields.put("category", "lighting");
        HttpResponse<String> sent = browser.post("/handlaggning/personal/bjud-in?a=storfors", fields);
        assertThat(location(sent)).isEqualTo("/handlaggning/personal?a=storfors&klar=inbjudna&antal=2&redan=0");
        assertThat(MailBox.text(MailBox.await(first, 1).get(0))).contains("/inbjudan/");

        String list = browser.get(location(sent)).body();
        assertThat(list).contains("2 inbjudningar är skickade", first, second, "Gatubelysning");
        String invitation =
                stored("select id from invitation where email = ?", second).orElseThrow();
        HttpResponse<String> withdrawn = browser.post(
                "/handlaggning/personal?a=storfors", Map.of("invitation", invitation, "action", "withdraw"));
        assertThat(browser.get(location(withdrawn)).body())
                .contains("Inbjudan är återkallad")
                .doesNotContain(second);
        assertThat(location(browser.post(
                        "/handlaggning/personal?a=storfors", Map.of("invitation", invitation, "action", "again"))))
                .isEqualTo("/handlaggning/personal?a=storfors&klar=gick-inte");
    }

    @Test
    void throwsSomebodyOutAtTheNextClick() {
        Resident adam = Staff.administrator(STORFORS).signedIn();
        Staff hanna = Staff.caseworker(STORFORS);
        Resident hannasBrowser = hanna.signedIn();
        assertThat(hannasBrowser.get("/handlaggning/svarsmallar").statusCode()).isEqualTo(200);

        String page = "/handlaggning/personal/" + hanna.accountId + "?a=storfors";
        assertThat(adam.get(page).body()).contains(hanna.email, "Ta bort från handläggningen");
        HttpResponse<String> changed = adam.post(page, place("reader"));
        assertThat(location(changed)).isEqualTo("/handlaggning/personal?a=storfors&klar=sparad&lediga=0");
        assertThat(hannasBrowser.get("/handlaggning/svarsmallar").statusCode())
                .as("templates are for those who answer")
                .isEqualTo(404);

        adam.get(page);
        HttpResponse<String> removed = adam.post(page, Map.of("action", "remove"));
        assertThat(location(removed)).contains("klar=borttagen");
        assertThat(hannasBrowser.get("/handlaggning/personal").statusCode()).isEqualTo(404);
        assertThat(hannasBrowser.get("/handlaggning/start").statusCode()).isEqualTo(404);
        assertThat(hannasBrowser.get("/konto/sakerhet").statusCode())
                .as("the account stays")
                .isEqualTo(200);
        assertThat(location(adam.post(page, Map.of("action", "remove")))).contains("klar=borta");
    }

    @Test
    void keepsTheLastAdministrator() {
        String munkfors = "1762";
        Rows.change("delete from membership where authority_code = ?", munkfors);
        Staff adam = Staff.administrator(munkfors);
        Resident browser = adam.signedIn();
        String page = "/handlaggning/personal/" + adam.accountId + "?a=munkfors";
        browser.get(page);
        HttpResponse<String> refused = browser.post(page, Map.of("action", "remove"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Det måste finnas minst en administratör");
        Staff.administrator(munkfors);
        browser.get(page);
        assertThat(location(browser.post(page, Map.of("action", "remove")))).isEqualTo("/");
        assertThat(browser.get("/handlaggning/personal").statusCode()).isEqualTo(404);
    }

    @Test
    void takesNoFormFromAForeignPage() {
        Staff adam = Staff.administrator(STORFORS);
        Staff hanna = Staff.caseworker(STORFORS);
        Resident browser = adam.signedIn();
        String page = "/handlaggning/personal/" + hanna.accountId + "?a=storfors";
        browser.get(page);
        assertThat(browser.post(page, place("administrator"), "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        Map<String, String> withoutToken = place("administrator");
        withoutToken.put("fmg_csrf", "");
        assertThat(browser.post(page, withoutToken).statusCode()).isEqualTo(403);
        assertThat(stored("select role from membership where account_id = ?", hanna.accountId))
                .contains("CASEWORKER");
    }
}
