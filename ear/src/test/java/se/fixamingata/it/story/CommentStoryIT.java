package se.fixamingata.it.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.fixamingata.it.Accessibility;
import se.fixamingata.it.BrowserTest;
import se.fixamingata.it.MailBox;
import se.fixamingata.it.PageWatch;
import se.fixamingata.it.Pictures;
import se.fixamingata.it.Resident;
import se.fixamingata.it.Resident.Upload;

/** Somebody passes by, sees that the lamp is still dark, and says so; everybody whom it concerns hears of it. */
class CommentStoryIT extends BrowserTest {

    private final String title = "Mörk lykta " + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void aPasserByCommentsWithAPhotoAndAllAreTold() throws Exception {
        Resident reporter = new Resident();
        long number = reporter.reportConfirmed(title);
        Resident follower = follows(number);
        Resident passerBy = new Resident();
        Page page = page(Screen.PHONE);
        PageWatch watch = PageWatch.of(page);

        page.navigate("/rapport/" + number);
        assertThat(page.locator("html.with-script")).isAttached();
        page.locator(".comment-fold summary").click();
        page.getByLabel("Kommentar", new Page.GetByLabelOptions().setExact(true))
                .fill("Fortfarande mörkt.\nStolpen lutar nu också.");
        page.locator("#photo")
                .setInputFiles(new FilePayload("lutar.jpg", "image/jpeg", Pictures.streetLamp(1_600, 1_200)));
        assertThat(page.locator("[data-photo]")).hasCount(1);
        // The connection is lost, the page is opened anew: nothing is.
        page.navigate("/rapport/" + number);
        assertThat(page.locator("#text")).hasValue("Fortfarande mörkt.\nStolpen lutar nu också.");
        assertThat(page.locator("[data-photo]")).hasCount(1);
        page.getByLabel("Namn", new Page.GetByLabelOptions().setExact(true)).fill("Bo Berg");
        page.locator("#email").fill("bo(at)example");
        Accessibility.check(page);
        page.locator(".comment-actions button").click();
        assertThat(page.locator("#problems")).containsText("Det ser inte ut som en e-postadress");
        Accessibility.check(page);
        page.locator("#email").fill(passerBy.email);
        page.getByLabel("Visa mitt namn vid kommentaren").check();
        page.locator(".comment-actions button").click();
        assertThat(page.locator(".sent-address")).hasText(passerBy.email);
        Accessibility.check(page);

        page.navigate(MailBox.link(MailBox.await(passerBy.email, 1).get(0), "/bekrafta/"));
        assertThat(page).hasURL(Pattern.compile(".*/rapport/" + number + "#update-\\d+"));
        assertThat(page.locator(".report-thanks")).containsText("Tack, din kommentar är publicerad");
        assertThat(page.locator(".story-line--comment"))
                .containsText(Pattern.compile("Bo Berg[\\s\\S]*Stolpen lutar nu också\\."));
        assertThat(page.locator(".story-photos img")).hasCount(1);
        assertThat(page.locator("#text")).hasValue("");
        Accessibility.check(page);

        hears(reporter.email, "du har rapporterat felet", "/rapport/" + number + "/");
        MimeMessage toFollower = hears(follower.email, "du följer rapporten", "/avregistrera/");
        assertThat(toFollower.getHeader("List-Unsubscribe")[0]).contains("/avregistrera/");
        assertThat(toFollower.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        authorityHears(number, passerBy.email);
        assertThat(MailBox.of(passerBy.email)).hasSize(1);
        watch.heardNothing();
    }

    private Resident follows(long number) {
        Resident follower = new Resident();
        follower.get("/rapport/" + number);
        follower.post("/prenumerera/" + number, Map.of("email", follower.email, "action", "folj"));
        follower.confirm(follower.confirmation(1));
        return follower;
    }

    private MimeMessage hears(String address, String why, String way) {
        String subject = "Ny kommentar: " + title;
        MimeMessage mail = Letters.toAuthority(address, subject);
        assertThat(MailBox.text(mail))
                .contains("Bo Berg skriver:", "Stolpen lutar nu också.", "En bild finns", why, way)
                .doesNotContain("@example.org skriver");
        return mail;
    }

    private void authorityHears(long number, String writer) throws Exception {
        String address = stored(
                        "select coalesce(c.email, a.email) from report r join authority a on a.code = r.authority_code"
                                + " left join category_recipient c on c.authority_code = a.code"
                                + " and c.category_code = r.category_code where r.id = ?",
                        number)
                .orElseThrow();
        MimeMessage mail = Letters.toAuthority(address, "Ny kommentar: " + title);
        assertThat(mail.getSubject()).endsWith("[#" + number + "]");
        assertThat(MailBox.text(mail))
                .contains("Bo Berg", writer, "Stolpen lutar nu också.", "/bild/", BASE + "/rapport/" + number);
        assertThat(mail.getReplyTo()).hasSize(1);
    }

    @Test
    void withoutScriptsOnePostDoesItAll() {
        Resident reporter = new Resident();
        long number = reporter.reportConfirmed(title);
        Resident passerBy = new Resident();
        Page page = page(Screen.PHONE, "sv-SE", ColorScheme.LIGHT, false);
        page.navigate("/rapport/" + number);
        page.locator(".comment-fold summary").click();
        page.locator("#text").fill("Lagad, ser det ut som.");
        page.getByLabel("Det ser åtgärdat ut").check();
        page.locator("#photo").setInputFiles(new FilePayload("lagad.jpg", "image/jpeg", Pictures.streetLamp(800, 600)));
        page.locator("#name").fill("Bo Berg");
        page.locator("#email").fill(passerBy.email);
        // The key that ends a line sends the form, as everywhere.
        page.locator("#email").press("Enter");
        assertThat(page.locator(".sent-address")).hasText(passerBy.email);

        page.navigate(MailBox.link(MailBox.await(passerBy.email, 1).get(0), "/bekrafta/"));
        page.getByRole(AriaRole.BUTTON, PhoneStoryIT.named("Bekräfta kommentaren"))
                .click();
        assertThat(page.locator(".story-line--comment")).containsText("det ser åtgärdat ut");
        assertThat(page.locator(".story-line--comment")).containsText("En boende");
        assertThat(page.locator(".story-photos img")).hasCount(1);
        assertThat(page.locator(".report-status")).containsText("Rapporterad");
    }

    @Test
    void theReporterAnswersByTheirOwnLinkAtOnce() {
        Resident reporter = new Resident();
        long number = reporter.reportConfirmed(title);
        Resident passerBy = new Resident();
        passerBy.commentConfirmed(number, "Är den lagad?");
        MimeMessage told = Letters.toAuthority(reporter.email, "Ny kommentar: " + title);
        Page page = page(Screen.PHONE);
        page.navigate(MailBox.link(told, "/rapport/" + number + "/"));
        page.locator(".comment-fold summary").click();
        assertThat(page.locator("#email")).hasCount(0);
        page.locator("#text").fill("Nej, inte än.");
        page.locator(".comment-actions button").click();

        assertThat(page.locator(".report-thanks")).containsText("publicerad");
        assertThat(page.locator(".story-line--comment").last())
                .containsText(Pattern.compile("Den som rapporterade[\\s\\S]*Nej, inte än\\."));
        assertThat(page).hasURL(Pattern.compile(".*/rapport/" + number + "/[A-Za-z0-9_-]{43}#update-\\d+"));
    }

    @Test
    void aLongStoryIsToldInPages() throws Exception {
        Resident reporter = new Resident();
        long number = reporter.reportConfirmed(title);
        try (var database = database();
                var insert =
                        database.prepareStatement("insert into history_entry (id, report_id, at, kind, actor, text,"
                                + " internal) values (next value for inner_number, ?, utc_timestamp(6) + interval ? second,"
                                + " 'COMMENT', 'RESIDENT', ?, false)")) {
            for (int i = 1; i <= 120; i++) {
                insert.setLong(1, number);
                insert.setInt(2, i);
                insert.setString(3, "Inlägg " + i + ".");
                insert.addBatch();
            }
            insert.executeBatch();
        }
        Page page = page(Screen.DESK, "en-GB", ColorScheme.DARK, true);
        page.navigate("/rapport/" + number);
        assertThat(page.locator(".story")).containsText("Inlägg 120.");
        assertThat(page.locator(".story-line--comment")).hasCount(50);
        page.getByText("Show what happened earlier").first().click();
        assertThat(page.locator(".story")).containsText("Inlägg 21.");
        page.getByText("Show what happened earlier").first().click();
        assertThat(page.locator(".story")).containsText("Inlägg 1.");
        assertThat(page.getByText("Show what happened earlier")).hasCount(0);
        assertThat(page.locator(".story")).containsText("Reported");
        List<String> beyond = List.of("?sida=4", "?sida=9999");
        for (String none : beyond) {
            assertThat(get("/rapport/" + number + none).statusCode()).isEqualTo(404);
        }
        assertThat(get("/rapport/" + number + "?sida=-1").statusCode()).isEqualTo(200);
    }

    @Test
    void itLooksRightOnPhoneAndDesk() {
        Resident reporter = new Resident();
        long number =
                reporter.reportConfirmed(title, new Upload("lykta.jpg", "image/jpeg", Pictures.streetLamp(1_200, 900)));
        new Resident()
                .commentConfirmed(
                        number,
                        "Fortfarande mörkt.",
                        new Upload("a.jpg", "image/jpeg", Pictures.streetLamp(1_200, 900)),
                        new Upload("b.jpg", "image/jpeg", Pictures.streetLamp(900, 1_200)));
        for (Screen screen : Screen.values()) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (String locale : List.of("sv-SE", "en-GB")) {
                    Page page = page(screen, locale, scheme, true);
                    page.navigate("/rapport/" + number);
                    assertThat(page.locator(".story-photos img")).hasCount(2);
                    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                            .isLessThanOrEqualTo(0);
                    keepPicture(page, "comment-" + screen + "-" + scheme + "-" + locale);
                }
            }
        }
    }
}
