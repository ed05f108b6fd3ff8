package se.fixamingata.it.handlelink;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;
import se.fixamingata.it.Accessibility;
import se.fixamingata.it.BrowserTest;
import se.fixamingata.it.MailBox;
import se.fixamingata.it.PageWatch;
import se.fixamingata.it.Pictures;
import se.fixamingata.it.Resident;

/** Somebody at the municipality stands by the lamp with a phone and the mail, and has no account. */
class PhoneAnswerStoryIT extends BrowserTest {

    @Test
    void theMailIsAnsweredOnAPhoneAndTheReporterIsTold() throws Exception {
        Resident resident = new Resident();
        long id = resident.reportConfirmed("Lampan är släckt vid skolan");
        Page page = page(Screen.PHONE);
        PageWatch watch = PageWatch.of(page);
        page.navigate(AuthorityMail.link(id));
        assertThat(page.locator("h1")).hasText("Lampan är släckt vid skolan");
        Accessibility.check(page);
        keepPicture(page, "svar");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Skicka svaret"))
                .click();
        assertThat(page.locator(".error-summary")).containsText("Skriv");
        page.getByLabel("Status").selectOption("fixed");
        page.getByLabel("Text till den som rapporterade").fill("Nu lyser den igen.");
        page.getByLabel("Bilder")
                .setInputFiles(new FilePayload("lampa.jpg", "image/jpeg", Pictures.streetLamp(800, 600)));
        page.getByLabel("Ditt namn").fill("Karin Karlsson");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Skicka svaret"))
                .click();
        assertThat(page.locator(".notice--done")).containsText("Svaret är skickat");
        assertThat(page.locator(".story")).containsText("Nu lyser den igen.");
        assertThat(page.locator(".link-photos img")).hasCount(1);
        Accessibility.check(page);
        keepPicture(page, "svar-skickat");
        watch.heardNothing();

        MimeMessage told = MailBox.await(resident.email, 4).get(3);
        assertThat(MailBox.text(told))
                .contains("Nu lyser den igen.", "Forshaga kommun")
                .doesNotContain("Karin");
        page.navigate("/rapport/" + id);
        assertThat(page.locator(".report-status")).containsText("Åtgärdad");
        assertThat(page.locator("body")).not().containsText("Karin");
    }
}
