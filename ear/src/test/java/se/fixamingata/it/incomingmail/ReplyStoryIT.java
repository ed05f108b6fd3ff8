package se.fixamingata.it.incomingmail;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.it.Accessibility;
import se.fixamingata.it.BrowserTest;
import se.fixamingata.it.MailBox;
import se.fixamingata.it.PageWatch;
import se.fixamingata.it.Resident;
import se.fixamingata.it.Staff;
import se.fixamingata.it.handlelink.AuthorityMail;

/** Forshaga answers its letters: itself, by somebody unknown, by a machine, and by a mail server that knows no such address. */
class ReplyStoryIT extends BrowserTest {

    private static final String FORSHAGA = "1763";
    private static final String POST = "/handlaggning/integration/post";
    private static final String FROM_THEM = "drift@forshaga.example";
    private static final String FROM_SOMEBODY = "kjell@elfirman.example";

    private final Resident reporter = new Resident();
    private final Resident neighbour = new Resident();
    private final Resident passerBy = new Resident();

    @BeforeEach
    void theyTrustTheirMail() {
        trust("1");
    }

    @AfterEach
    void theyDoNotAnyMore() {
        trust("0");
    }

    private static void trust(String choice) {
        Resident administrator = Staff.administrator(FORSHAGA).signedIn();
        administrator.get(POST);
        assertThat(administrator.post(POST, Map.of("trust", choice)).statusCode())
                .isEqualTo(302);
    }

    /** The secret address of the letter about that report, which is where bounces go as well. */
    private static String replyAddress(long report) {
        try {
            String address = ((InternetAddress) AuthorityMail.about(report).getReplyTo()[0]).getAddress();
            assertThat(address).matches("svar\\+[a-z2-7]{52}@fixamingata\\.example");
            return address;
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    /** As their mail server hands it over, and ours has looked at it. @return its name */
    private static String reply(String from, String to, List<String> headers, String... words) {
        String name = "<" + UUID.randomUUID() + "@example.org>";
        List<String> lines = new ArrayList<>(List.of(
                "Authentication-Results: mx.fixamingata.example; dmarc=pass",
                "From: " + from,
                "To: " + to,
                "Subject: Sv: Ny rapport",
                "Message-ID: " + name,
                "MIME-Version: 1.0"));
        lines.addAll(headers);
        lines.add("");
        lines.addAll(Arrays.asList(words));
        MailBox.reply(lines.toArray(String[]::new));
        return name;
    }

    private static void becomes(String name, String state) {
        Awaitility.await(name + " is " + state).atMost(Duration.ofSeconds(30)).until(() -> stored(
                        "select state from incoming_mail where message_id = ?", name)
                .filter(state::equals)
                .isPresent());
    }

    private static final List<String> PLAIN = List.of("Content-Type: text/plain; charset=utf-8");

    @Test
    void whatBecomesOfAnAnswer() {
        long trusted = reporter.reportConfirmed("Lyktan vid bron är släckt");
        long strange = neighbour.reportConfirmed("Lyktan vid kyrkan är släckt");
        long lost = passerBy.reportConfirmed("Lyktan vid stationen är släckt");
        String answer = reply(
                FROM_THEM,
                replyAddress(trusted),
                PLAIN,
                "Lampan är bytt i dag.",
                "",
                "Status: Åtgärdad",
                "",
                "> Ny rapport");
        String theirs = reply(
                FROM_SOMEBODY,
                replyAddress(strange),
                PLAIN,
                "Vi har varit där och bytt armaturen.",
                "",
                "Status: Åtgärdad");
        String junk = reply(FROM_SOMEBODY, replyAddress(lost), PLAIN, "Köp en lampa av oss i stället.");
        String machine = reply(
                FROM_THEM,
                replyAddress(lost),
                List.of("Auto-Submitted: auto-replied", PLAIN.get(0)),
                "Jag är på semester.");
        String bounce = reply(
                "MAILER-DAEMON@forshaga.example",
                replyAddress(lost),
                List.of("Content-Type: multipart/report; report-type=delivery-status; boundary=b"),
                "--b",
                "",
                "I could not deliver your message.",
                "--b",
                "Content-Type: message/delivery-status",
                "",
                "Reporting-MTA: dns; mx.forshaga.example",
                "",
                "Final-Recipient: rfc822; gatubelysning@forshaga.example",
                "Action: failed",
                "Status: 5.1.1",
                "Diagnostic-Code: smtp; 550 5.1.1 User unknown",
                "--b--");

        becomes(answer, "PUBLISHED");
        assertThat(get("/rapport/" + trusted).body())
                .contains("Lampan är bytt i dag.", "Åtgärdad")
                .doesNotContain("Status: Åtgärdad");
        Awaitility.await("the reporter's mail").atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        MailBox.of(reporter.email).stream().map(MailBox::text))
                .anySatisfy(text -> assertThat(text).contains("Lampan är bytt i dag.")));
        becomes(machine, "AUTOMATIC");
        becomes(theirs, "WAITING");
        becomes(junk, "WAITING");
        becomes(bounce, "BOUNCE");
        assertThat(get("/rapport/" + strange).body()).doesNotContain("bytt armaturen");
        assertThat(get("/rapport/" + lost).body()).doesNotContain("semester");

        theCaseworkerDecides(strange, lost);
    }

    private void theCaseworkerDecides(long strange, long lost) {
        Page page = page(Screen.PHONE);
        PageWatch watch = PageWatch.of(page);
        Staff.caseworker(FORSHAGA).signIn(page, "/handlaggning/start");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("mejl väntar på godkännande"))
                .click();
        Accessibility.check(page);
        Locator row = page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(String.valueOf(strange)));
        assertThat(row).containsText(FROM_SOMEBODY);
        assertThat(row).containsText("inte en av kommunens kända adresser");
        row.getByRole(AriaRole.LINK).first().click();
        Accessibility.check(page);
        assertThat(page.locator("#text")).hasValue("Vi har varit där och bytt armaturen.");
        assertThat(page.locator("#status")).hasValue("fixed");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Publicera").setExact(true))
                .click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Svaret är publicerat");
        page.navigate("/rapport/" + strange);
        assertThat(page.locator("main")).containsText("Vi har varit där och bytt armaturen.");
        assertThat(stored("select status from report where id = ?", strange)).hasValue("FIXED");

        rejectsWithAReason(page, lost);
        page.navigate("/handlaggning/rapport/" + lost);
        assertThat(page.locator("main")).containsText("Kom tillbaka");
        watch.heardNothing();
    }

    private void rejectsWithAReason(Page page, long report) {
        page.navigate(POST);
        Locator row = page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("#" + report));
        row.getByRole(AriaRole.LINK).first().click();
        Locator reject = page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Avvisa").setExact(true));
        reject.click();
        assertThat(page.locator("#problems")).containsText("Skriv varför mejlet avvisas");
        assertThat(page.locator("#reason")).hasAttribute("aria-invalid", "true");
        page.locator("#reason").fill("Reklam, inte ett svar från oss.");
        Accessibility.check(page);
        reject.click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Mejlet är avvisat");
        page.navigate(POST + "?visa=done");
        Locator done = page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("#" + report));
        assertThat(done).containsText("Avvisat");
        assertThat(done).containsText("Reklam, inte ett svar från oss.");
        Accessibility.check(page);
    }
}
