package se.fixamingata.it.signin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.fixamingata.it.BrowserTest;
import se.fixamingata.it.MailBox;
import se.fixamingata.it.OneTimeCode;
import se.fixamingata.it.Resident;
import se.fixamingata.it.Staff;

/** The ways in: a link by mail, an invitation, a password with a code; and the way out of an account. */
class SignInStoryIT extends BrowserTest {

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElse("");
    }

    @Test
    void aLinkByMailSignsInOnceAndLookingAtItDoesNot() {
        Resident nova = new Resident();
        nova.get("/logga-in");
        HttpResponse<String> asked = nova.post("/logga-in", Map.of("email", nova.email, "action", "link"));
        assertThat(location(asked)).endsWith("/logga-in/skickat");
        String link =
                MailBox.link(MailBox.await(nova.email, 1).get(0), "/logga-in/").replaceFirst("^https?://[^/]+", "");

        assertThat(nova.get(link).statusCode()).isEqualTo(200);
        assertThat(nova.get(link).body()).contains("id=\"sign-in-link\"");
        assertThat(stored("select count(*) from account where email = ?", nova.email))
                .contains("0");

        HttpResponse<String> pressed = nova.post(link, Map.of());
        assertThat(pressed.statusCode()).isEqualTo(303);
        assertThat(location(pressed)).isEqualTo("/konto");
        assertThat(nova.get("/konto").statusCode()).isEqualTo(200);
        assertThat(nova.post(link, Map.of()).statusCode()).isEqualTo(410);
    }

    @Test
    void anInvitationOpensAnAccountWithItsPlace() throws Exception {
        String token = UUID.randomUUID().toString().replace("-", "") + "ABCDEFGHIJK";
        String email = "ny-" + UUID.randomUUID() + "@example.org";
        invite(token, email);
        Resident nils = new Resident();
        assertThat(nils.get("/inbjudan/" + token).body()).contains("Forshaga", email);
        HttpResponse<String> weak =
                nils.post("/inbjudan/" + token, Map.of("name", "Nils Ny", "password", "password1234"));
        assertThat(weak.statusCode()).isEqualTo(422);
        assertThat(weak.body()).contains("value=\"Nils Ny\"").doesNotContain("password1234");
        HttpResponse<String> joined =
                nils.post("/inbjudan/" + token, Map.of("name", "Nils Ny", "password", "en mening om lyktor"));
        assertThat(location(joined)).isEqualTo("/handlaggning");
        assertThat(nils.get("/inbjudan/" + token).statusCode()).isEqualTo(410);
        assertThat(stored(
                        "select role from membership m join account a on a.id = m.account_id where a.email = ?", email))
                .contains("CASEWORKER");
    }

    @Test
    void anOlderInvitationChangesNoNewerPlaceAndSaysSo() throws Exception {
        Staff adam = Staff.administrator("1763");
        String token = UUID.randomUUID().toString().replace("-", "") + "ABCDEFGHIJK";
        invite(token, adam.email);
        Resident browser = new Resident();
        browser.get("/inbjudan/" + token);
        HttpResponse<String> kept = browser.post("/inbjudan/" + token, Map.of());
        assertThat(location(kept)).endsWith("/logga-in?inbjudan=kvar");
        assertThat(browser.get("/logga-in?inbjudan=kvar").body()).contains("nyare än inbjudan");
        assertThat(stored("select role from membership where account_id = ?", adam.accountId))
                .contains("ADMINISTRATOR");
    }

    @Test
    void whoseSignInIsChangedIsToldByMail() {
        Staff boel = Staff.resident();
        Resident browser = boel.signedIn();
        browser.get("/konto/sakerhet");
        HttpResponse<String> changed = browser.post(
                "/konto/sakerhet",
                Map.of("action", "password", "current", Staff.PASSWORD, "password", "en annan mening om gator"));
        assertThat(location(changed)).endsWith("/konto/sakerhet?klart=losenord");
        assertThat(MailBox.text(MailBox.await(boel.email, 1).get(0)))
                .contains("Ditt lösenord är ändrat", "Var det inte du?", "/konto/sakerhet");
    }

    private static void invite(String token, String email) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes());
        try (Connection database = database();
                PreparedStatement invitation = database.prepareStatement(
                        "insert into invitation (id, email, authority_code, role, categories, language, created_at, expires_at)"
                                + " values (next value for inner_number, ?, '1763', 'CASEWORKER', '', 'sv', utc_timestamp(6),"
                                + " utc_timestamp(6) + interval 1 day)");
                PreparedStatement link = database.prepareStatement(
                        "insert into secret_link (token_hash, purpose, subject_id, created_at, expires_at) values (unhex(?),"
                                + " 'INVITATION', (select max(id) from invitation where email = ?), utc_timestamp(6),"
                                + " utc_timestamp(6) + interval 1 day)")) {
            invitation.setString(1, email);
            invitation.executeUpdate();
            link.setString(1, HexFormat.of().formatHex(hash));
            link.setString(2, email);
            link.executeUpdate();
        }
    }

    @Test
    void aCodeFromTheTelephoneIsAskedForOnceItIsOn() {
        Staff boel = Staff.resident();
        Page page = page(Screen.PHONE);
        boel.signIn(page, "/konto/sakerhet");
        page.locator("button[value=prepare]").click();
        String secret = page.locator(".totp-secret").textContent().replace(" ", "");
        assertThat(page.locator("svg.qr")).isVisible();
        page.locator("#code").fill("000000");
        page.locator("button[value=enable]").click();
        assertThat(page.locator("#code-error")).isVisible();
        long step = OneTimeCode.now();
        page.locator("#code").fill(OneTimeCode.of(secret, step));
        page.locator("button[value=enable]").click();
        assertThat(page.locator(".recovery-codes li")).hasCount(10);
        String recovery = page.locator(".recovery-codes code").first().textContent();

        page.locator("form[action='/logga-ut'] button").click();
        page.locator("#email").fill(boel.email);
        page.locator("#password").fill(Staff.PASSWORD);
        page.locator("#sign-in button[value=password]").click();
        page.waitForURL("**/logga-in/kod");
        page.locator("#code").fill(OneTimeCode.of(secret, step));
        page.locator("#sign-in-code button").click();
        assertThat(page.locator(".error-summary")).isVisible();
        page.locator("#code").fill(recovery.toLowerCase());
        page.locator("#sign-in-code button").click();
        page.waitForURL("**/konto");
    }

    @Test
    void anAuthorityThatDemandsASecondFactorGetsIt() throws Exception {
        Staff kim = Staff.caseworker("0114");
        try (Connection database = database();
                PreparedStatement rule = database.prepareStatement(
                        "insert into authority_sign_in (authority_code, totp_required, oidc_enabled, changed_at, version)"
                                + " values ('0114', true, false, utc_timestamp(6), 1) on duplicate key update totp_required = true")) {
            rule.executeUpdate();
        }
        Resident browser = kim.signedIn();
        assertThat(location(browser.get("/handlaggning/granskning"))).startsWith("/konto/sakerhet?krav=1");
        assertThat(browser.get("/konto/sakerhet?krav=1").body()).contains("kräver");
        assertThat(browser.post("/handlaggning/rapport/1", Map.of("text", "Ett långt svar"))
                        .body())
                .contains("Ett långt svar");
        assertThat(browser.get("/konto").body())
                .as("no rights of staff on any page until then")
                .contains("/konto/sakerhet")
                .doesNotContain("href=\"/handlaggning\"");
    }

    @Test
    void aSignedInResidentReportsAtOnceAndMayGoForGood() {
        Staff boel = Staff.resident();
        Resident browser = boel.signedIn();
        Map<String, String> fields = browser.report("Lyktan vid bryggan är släckt");
        fields.put("email", "nagon-annan@example.org");
        HttpResponse<String> sent = browser.sendReport(fields);
        long number = Resident.number(sent);
        assertThat(stored("select reporter_email from report where id = ? and listed", number))
                .contains(boel.email);
        assertThat(browser.get("/konto").body()).contains("Lyktan vid bryggan");
        assertThat(browser.get("/konto/uppgifter/fixamingata.json").body()).contains("Lyktan vid bryggan");

        browser.get("/konto/uppgifter");
        assertThat(browser.post("/konto/uppgifter", Map.of("action", "erase", "proof", "fel"))
                        .statusCode())
                .isEqualTo(422);
        HttpResponse<String> erased =
                browser.post("/konto/uppgifter", Map.of("action", "erase", "proof", Staff.PASSWORD));
        assertThat(location(erased)).endsWith("/logga-in?raderat=1");
        assertThat(browser.get("/konto").statusCode()).isEqualTo(303);
        assertThat(get("/rapport/" + number).body())
                .contains("Lyktan vid bryggan")
                .doesNotContain("Boel");
    }
}
