package se.fixamingata.it.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.fixamingata.it.Resident;
import se.fixamingata.it.ServerTest;
import se.fixamingata.it.Staff;

/** Address and password, the cookie that follows, and the guard before the pages that are not for everybody. */
class SignInIT extends ServerTest {

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElse("");
    }

    @Test
    void showsTheWayToTheDoorAndBack() {
        Staff hanna = Staff.caseworker("1763");
        Resident browser = new Resident();

        HttpResponse<String> sent = browser.get("/handlaggning/rapport/1?a=forshaga&x=%C3%A5");
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(location(sent))
                .isEqualTo("/logga-in?till=%2Fhandlaggning%2Frapport%2F1%3Fa%3Dforshaga%26x%3D%25C3%25A5");
        assertThat(sent.headers().firstValue("cache-control")).contains("private, no-store");

        assertThat(browser.get(location(sent)).body())
                .contains("name=\"till\" value=\"/handlaggning/rapport/1?a=forshaga&amp;x=%C3%A5\"");
        Map<String, String> fields = hanna.credentials();
        fields.put("till", "/handlaggning/rapport/1?a=forshaga&x=%C3%A5");
        HttpResponse<String> in = browser.post("/logga-in", fields);
        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(location(in)).isEqualTo("/handlaggning/rapport/1?a=forshaga&x=%C3%A5");
        assertThat(in.headers().allValues("set-cookie"))
                .anySatisfy(cookie ->
                        assertThat(cookie).startsWith("fmg_session=").contains("HttpOnly", "SameSite=Lax", "Path=/"));
        assertThat(browser.get("/handlaggning/finns-inte").statusCode()).isEqualTo(404);
    }

    @Test
    void keepsNoHttpSession() {
        Resident browser = Staff.resident().signedIn();
        assertThat(browser.get("/").headers().allValues("set-cookie"))
                .noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
        assertThat(browser.cookie("JSESSIONID")).isNull();
    }

    @Test
    void answersTheSameForAnUnknownAddressAndAWrongPassword() {
        Staff known = Staff.resident();
        Resident browser = new Resident();
        browser.get("/logga-in");
        HttpResponse<String> wrong =
                browser.post("/logga-in", Map.of("email", known.email, "password", "fel lösenord"));
        HttpResponse<String> unknown =
                browser.post("/logga-in", Map.of("email", "ingen-alls@example.org", "password", "fel lösenord"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(same(wrong.body(), known.email)).isEqualTo(same(unknown.body(), "ingen-alls@example.org"));
    }

    private static String same(String body, String email) {
        return body.replace(email, "…")
                .replaceAll("name=\"fmg_csrf\" value=\"[^\"]+\"", "")
                .replaceAll("nonce=\"[^\"]+\"", "");
    }

    @Test
    void locksAfterFiveFailures() {
        Staff known = Staff.resident();
        Resident browser = new Resident();
        browser.get("/logga-in");
        for (int i = 0; i < 5; i++) {
            browser.post("/logga-in", Map.of("email", known.email, "password", "fel lösenord " + i));
        }
        HttpResponse<String> right = browser.post("/logga-in", known.credentials());
        assertThat(right.statusCode()).isEqualTo(422);
        assertThat(stored(
                        "select count(*) from account where email = ? and locked_until > utc_timestamp()", known.email))
                .contains("1");
    }

    @Test
    void leadsNobodyToAForeignSite() {
        for (String target : new String[] {
            "https://evil.example/",
            "//evil.example/",
            "/\\evil.example",
            "/%0d%0aSet-Cookie:x=1 ",
            "javascript:alert(1)"
        }) {
            Staff known = Staff.resident();
            Resident browser = new Resident();
            browser.get("/logga-in");
            Map<String, String> fields = known.credentials();
            fields.put("till", target);
            HttpResponse<String> in = browser.post("/logga-in", fields);
            assertThat(location(in)).as(target).isEqualTo("/konto");
        }
    }

    @Test
    void hidesTheBackOfficeFromResidentsAndTheOperationFromMunicipalities() {
        Resident resident = Staff.resident().signedIn();
        assertThat(resident.get("/handlaggning/granskning").statusCode()).isEqualTo(404);
        assertThat(resident.get("/drift").statusCode()).isEqualTo(404);
        Resident administrator = Staff.administrator("1763").signedIn();
        assertThat(administrator.get("/drift/logg").statusCode()).isEqualTo(404);
    }

    @Test
    void losesNothingThatWasTypedWhenTheSessionIsOver() {
        Staff hanna = Staff.caseworker("1763");
        Resident browser = hanna.signedIn();
        browser.get("/logga-in/klar");
        browser.get("/rapportera");
        write("delete from account_session where account_id = ?", hanna.accountId);

        HttpResponse<String> answer = browser.post(
                "/handlaggning/rapport/7?a=forshaga",
                Map.of("text", "Ett <b>långt</b> svar\nmed \"två\" rader", "password", "hemligt ord här"));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body())
                .contains("action=\"/handlaggning/rapport/7?a=forshaga\"")
                .contains("Ett &lt;b&gt;långt&lt;/b&gt; svar")
                .doesNotContain("hemligt ord");

        HttpResponse<String> script = browser.post(
                "/handlaggning/granskning",
                Map.of("x", "1"),
                "Faces-Request",
                "partial/ajax",
                "Referer",
                BASE + "/handlaggning?a=1");
        assertThat(script.body()).contains("<redirect url=\"/logga-in?till=%2Fhandlaggning%3Fa%3D1\"/>");
    }

    @Test
    void endsTheSessionWhenSigningOut() {
        Staff hanna = Staff.caseworker("1763");
        Resident browser = hanna.signedIn();
        String token = browser.cookie("fmg_session");
        browser.get("/rapportera");
        assertThat(browser.get("/logga-ut").statusCode()).isEqualTo(405);
        assertThat(browser.post("/logga-ut", Map.of()).statusCode()).isEqualTo(303);
        assertThat(get("/handlaggning/granskning", "Cookie", "fmg_session=" + token)
                        .statusCode())
                .isEqualTo(303);
        assertThat(stored("select count(*) from account_session where account_id = ?", hanna.accountId))
                .contains("0");
    }

    @Test
    void throwsSomebodyOutAtTheNextClickWhoseRightsAreGone() {
        Staff hanna = Staff.caseworker("1763");
        Resident browser = hanna.signedIn();
        hanna.dismiss();
        assertThat(browser.get("/handlaggning/granskning").statusCode()).isEqualTo(404);
    }

    private static void write(String statement, Object parameter) {
        try (var database = database();
                var prepared = database.prepareStatement(statement)) {
            prepared.setObject(1, parameter);
            prepared.executeUpdate();
        } catch (java.sql.SQLException e) {
            throw new AssertionError(e);
        }
    }
}
