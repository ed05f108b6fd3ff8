package se.fixamingata.it.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static se.fixamingata.it.story.PhoneStoryIT.named;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.fixamingata.it.BrowserTest;
import se.fixamingata.it.MailBox;
import se.fixamingata.it.PageWatch;
import se.fixamingata.it.Resident;

/** The same job for somebody who reads English, at a desk, in the dark: pages and mails in English, the work order in Swedish. */
class EnglishStoryIT extends BrowserTest {

    /** Words that stand on Swedish pages only. Names of places and people are no words. */
    private static final Pattern SWEDISH = Pattern.compile("\\b(och|att|är|inte|till|eller|rapportera|kommunen)\\b");

    @Test
    void everyStepIsInEnglish() throws Exception {
        Resident resident = new Resident();
        Page page = page(Screen.DESK, "en-GB", ColorScheme.DARK, true);
        PageWatch watch = PageWatch.of(page);

        page.navigate("/");
        english(page);
        page.locator("#q").fill("Forshaga");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/karta\\?.*"));
        assertThat(page.locator("#karta.leaflet-container")).isVisible();
        english(page);
        page.locator("#karta").click(new Locator.ClickOptions().setPosition(150, 150));
        page.locator(".map-card-here a").click();

        assertThat(page.locator("#place-address")).containsText("Forshaga");
        assertThat(page.locator("html.with-script")).isAttached();
        english(page);
        page.getByLabel("Street lighting").check();
        page.locator("[data-step=category] .step-next").click();
        page.locator("#title").fill("Street lamp out of order");
        page.locator("#description").fill("It has been dark for a week.");
        page.locator("[data-step=fault] .step-next").click();
        page.locator("[data-step=photos] .step-next").click();
        page.locator("#name").fill("Jo Smith");
        page.locator("#email").fill(resident.email);
        english(page);
        page.locator(".button--send").click();
        assertThat(page.locator(".sent-address")).hasText(resident.email);
        english(page);

        MimeMessage first = MailBox.await(resident.email, 1).get(0);
        assertThat(first.getSubject()).contains("Confirm your report");
        page.navigate(MailBox.link(first, "/bekrafta/"));
        assertThat(page.locator("h1")).hasText("Street lamp out of order");
        english(page);

        List<MimeMessage> mails = MailBox.await(resident.email, 3);
        for (MimeMessage mail : mails) {
            assertThat(SWEDISH.matcher(MailBox.text(mail)).results().map(found -> found.group()))
                    .as(mail.getSubject())
                    .isEmpty();
        }
        MimeMessage order = Letters.toAuthority("gatubelysning@forshaga.example", "Street lamp out of order");
        assertThat(MailBox.text(order)).contains("Kategori:     Gatubelysning").contains("Street lamp out of order");
        assertThat(Letters.json(order).getJsonObject("report").getString("language"))
                .isEqualTo("en");

        page.getByRole(AriaRole.LINK, named("Svenska")).click();
        assertThat(page.locator("html")).hasAttribute("lang", "sv");
        watch.heardNothing();
    }

    private static void english(Page page) {
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        String text = page.locator("main").innerText();
        assertThat(SWEDISH.matcher(text).results().map(found -> found.group()))
                .as("Swedish words on " + page.url() + ":\n" + text)
                .isEmpty();
    }
}
