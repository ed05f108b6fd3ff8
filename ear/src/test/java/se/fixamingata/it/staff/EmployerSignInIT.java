package se.fixamingata.it.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import se.fixamingata.it.Resident;
import se.fixamingata.it.ServerTest;
import se.fixamingata.it.Staff;
import se.fixamingata.it.TestPorts;

/** Signing in through the employer, from the page where it is set up to the page where one arrives. Kil is this test's alone. */
class EmployerSignInIT extends ServerTest {

    private static final String KIL = "1715";
    private static final String RULES = "/handlaggning/sakerhet?a=kil";

    private static String location(HttpResponse<String> answer) {
        // Faces' redirects name the host.
        String location = answer.headers().firstValue("location").orElse("");
        return location.startsWith(BASE + "/handlaggning") || location.equals(BASE + "/")
                ? location.substring(BASE.length())
                : location;
    }

    private static String path(String address) {
        assertThat(address).startsWith(BASE + "/logga-in/oidc/svar?");
        return address.substring(BASE.length());
    }

    private static Map<String, String> provider(String issuer, String secret) {
        Map<String, String> fields = new HashMap<>();
        fields.put("action", "provider");
        fields.put("issuer", issuer);
        fields.put("clientId", "fixamingata");
        fields.put("clientSecret", secret);
        fields.put("enabled", "true");
        return fields;
    }

    /** An administrator sets the provider of that name up, on the page. */
    private static Resident setUp(Staff administrator, String name) {
        Resident browser = administrator.signedIn();
        browser.get(RULES);
        HttpResponse<String> saved = browser.post(RULES, provider(Employer.issuer(name), "mycket-hemligt"));
        assertThat(location(saved)).isEqualTo(RULES + "&klar=leverantor");
        return browser;
    }

    private static HttpResponse<String> comeBack(Resident browser, String name, String email) {
        String there = location(browser.get("/logga-in/oidc/kil"));
        Employer.vouchesFor(name, email);
        return told(browser, path(Employer.visit(there)));
    }

    /** What somebody reads who was refused: at an address without the provider's secrets. */
    private static HttpResponse<String> told(Resident browser, String back) {
        HttpResponse<String> sent = browser.get(back);
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(location(sent)).startsWith("/logga-in/oidc/fel?").doesNotContain("code", "state");
        return browser.get(location(sent));
    }

    @Test
    void setsUpTriesAndSignsIn() {
        Staff adam = Staff.administrator(KIL);
        Resident administrator = setUp(adam, "kil-1");
        HttpResponse<String> shown = administrator.get(RULES + "&klar=leverantor");
        assertThat(shown.body())
                .contains("Inställningarna är sparade", BASE + "/logga-in/oidc/svar", Employer.issuer("kil-1"))
                .doesNotContain("mycket-hemligt");
        assertThat(administrator.post(RULES, Map.of("action", "try")).body())
                .contains("Tjänsten svarar och går att använda");
        // The door remembers for some seconds who has a provider.
        Awaitility.await("the door to know the provider")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(new Resident().get("/logga-in").body())
                        .contains("Logga in med Kils kommun", "/logga-in/oidc/kil"));

        Staff hanna = Staff.caseworker(KIL).at("1780", "ADMINISTRATOR");
        Resident browser = new Resident();
        String there = location(browser.get("/logga-in/oidc/kil?till=%2Fhandlaggning%2Fsvarsmallar"));
        assertThat(there).startsWith("http://localhost:" + TestPorts.OIDC + "/kil-1/authorize?");
        Employer.vouchesFor("kil-1", hanna.email);
        String back = path(Employer.visit(there));
        HttpResponse<String> arrived = browser.get(back);
        assertThat(arrived.statusCode()).isEqualTo(303);
        assertThat(location(arrived)).isEqualTo("/handlaggning/svarsmallar");
        assertThat(arrived.headers().allValues("set-cookie"))
                .anySatisfy(
                        cookie -> assertThat(cookie).startsWith("fmg_session=").contains("HttpOnly", "SameSite=Lax"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("fmg_oidc=;"));
        assertThat(browser.cookie("JSESSIONID")).isNull();
        assertThat(browser.get("/handlaggning/svarsmallar").statusCode()).isEqualTo(200);
        assertThat(browser.get("/handlaggning/personal?a=karlstad").statusCode())
                .as("Kil's provider opens no other authority's doors")
                .isEqualTo(404);
        assertThat(told(browser, back).statusCode()).as("the same answer again").isEqualTo(400);
        assertThat(stored(
                        "select count(*) from audit_entry where action = 'session.started' and account_id = ? and authority_code = ?"
                                + " and after_value = 'oidc'",
                        hanna.accountId,
                        KIL))
                .contains("1");
    }

    @Test
    void tellsEachWhyTheyAreNotSignedIn() {
        setUp(Staff.administrator(KIL), "kil-2");
        Staff stranger = Staff.administrator("1780");
        Resident browser = new Resident();

        HttpResponse<String> elsewhere = comeBack(browser, "kil-2", stranger.email);
        assertThat(elsewhere.statusCode()).isEqualTo(403);
        assertThat(elsewhere.body()).contains("Du är inte inbjuden", "Kil");
        HttpResponse<String> nobody = comeBack(browser, "kil-2", "ingen@example.org");
        assertThat(plain(nobody.body())).as("nobody learns who has an account").isEqualTo(plain(elsewhere.body()));

        String there = location(browser.get("/logga-in/oidc/kil"));
        Employer.says("kil-2", Map.of("email", stranger.email));
        HttpResponse<String> unverified = told(browser, path(Employer.visit(there)));
        assertThat(unverified.statusCode()).isEqualTo(403);
        assertThat(unverified.body()).contains("ingen bekräftad e-postadress");

        String state = browserState(browser);
        assertThat(told(browser, "/logga-in/oidc/svar?error=access_denied&state=" + state)
                        .body())
                .contains("Du blev inte inloggad");
        assertThat(told(browser, "/logga-in/oidc/svar?code=x&state=x").body()).contains("tog för lång tid");
        browserState(browser);
        assertThat(told(browser, "/logga-in/oidc/svar?code=x&state=en-annans").body())
                .contains("hör till en annan inloggning");
        String once = browserState(browser);
        assertThat(told(browser, "/logga-in/oidc/svar?code=x&state=" + once + "&state=" + once)
                        .statusCode())
                .isEqualTo(400);
        assertThat(browser.get("/logga-in/oidc/finns-inte").statusCode()).isEqualTo(404);
        assertThat(browser.get("/logga-in/oidc/fel?vad=%3Cscript%3E&kommun=%3Cscript%3E")
                        .body())
                .contains("Den inloggningen finns inte")
                .doesNotContain("<script>");
        assertThat(browser.get("/logga-in/oidc/karlstad").body()).contains("Den inloggningen finns inte");
        assertThat(browser.cookie("fmg_session")).isNull();
    }

    /** Goes to the provider and answers with what it would bring back. */
    private static String browserState(Resident browser) {
        return location(browser.get("/logga-in/oidc/kil")).replaceFirst(".*[?&]state=([^&]+).*", "$1");
    }

    private static String plain(String body) {
        return body.replaceAll("nonce=\"[^\"]+\"", "").replaceAll("name=\"fmg_csrf\" value=\"[^\"]+\"", "");
    }

    @Test
    void doesNotHangOnAProviderThatIsGone() {
        Staff adam = Staff.administrator(KIL);
        Resident administrator = adam.signedIn();
        administrator.get(RULES);
        administrator.post(RULES, provider("http://localhost:1/borta", "hemligt"));
        administrator.get(RULES);
        assertThat(administrator.post(RULES, Map.of("action", "try")).body()).contains("Ingen svarar på adressen");
        HttpResponse<String> gone = new Resident().get("/logga-in/oidc/kil");
        assertThat(gone.statusCode()).isEqualTo(502);
        assertThat(gone.body()).contains("Inloggningstjänsten svarar inte").doesNotContain("borta");
        for (String issuer : new String[] {"https://10.0.0.1/x", "https://169.254.169.254/"}) {
            administrator.get(RULES);
            administrator.post(RULES, provider(issuer, "hemligt"));
            administrator.get(RULES);
            assertThat(administrator.post(RULES, Map.of("action", "try")).body())
                    .as(issuer)
                    .contains("internt nät");
        }
        administrator.get(RULES);
        HttpResponse<String> plain = administrator.post(RULES, provider("http://login.example.org/", "hemligt"));
        assertThat(plain.statusCode()).isEqualTo(422);
        assertThat(plain.body()).contains("måste börja med https://").doesNotContain("\"hemligt\"");
    }

    @Test
    void demandsASecondFactorOfThoseWhoComeWithAPassword() {
        String grums = "1764";
        Rows.change("delete from authority_sign_in where authority_code = ?", grums);
        Rows.change("delete from membership where authority_code = ?", grums);
        Staff adam = Staff.administrator(grums);
        Staff hanna = Staff.caseworker(grums);
        Resident hannas = hanna.signedIn();
        Resident administrator = adam.signedIn();
        String rules = "/handlaggning/sakerhet?a=grums";
        assertThat(administrator.get(rules).body()).contains("2 av 2 har det inte");
        assertThat(location(administrator.post(rules, Map.of("action", "second-factor", "required", "true"))))
                .isEqualTo(rules + "&klar=sparad");
        assertThat(location(hannas.get("/handlaggning/svarsmallar"))).startsWith("/konto/sakerhet");
        assertThat(location(administrator.get(rules))).startsWith("/konto/sakerhet");
    }
}
