package se.fixamingata.it.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static se.fixamingata.it.story.PhoneStoryIT.named;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.fixamingata.it.BrowserTest;
import se.fixamingata.it.MailBox;
import se.fixamingata.it.Pictures;
import se.fixamingata.it.Resident;

/** The same job with scripts off: search, several hits, list, report at the place, confirm with the button. */
class WithoutScriptsStoryIT extends BrowserTest {

    @Test
    void everyStepWorksWithoutScripts() {
        Resident resident = new Resident();
        Page page = page(Screen.PHONE, "sv-SE", ColorScheme.LIGHT, false);

        page.navigate("/");
        page.getByLabel("Skriv postnummer, adress eller ort").fill("Berga");
        page.getByRole(AriaRole.BUTTON, named("Visa på karta")).click();
        assertThat(page.locator("#traffar")).containsText("Flera platser heter så");
        page.locator(".hit", new Page.LocatorOptions().setHasText("Haninge")).click();
        assertThat(page).hasURL(Pattern.compile(".*/karta\\?.*"));
        assertThat(page.locator("img.map-picture")).isVisible();
        page.getByRole(AriaRole.LINK, named("Rapportera ett fel här")).click();

        assertThat(page.locator("#place-address")).containsText("Haninge");
        page.getByLabel("Vägmärken och skyltar").check();
        page.getByLabel("Rubrik").fill("Skylten vid korsningen har vält");
        page.getByLabel("Beskrivning").fill("Den ligger i diket på södra sidan.");
        page.getByLabel("Lägg till bilder")
                .setInputFiles(new FilePayload("skylt.jpg", "image/jpeg", Pictures.streetLamp(640, 480)));
        page.getByRole(AriaRole.BUTTON, named("Ladda upp de valda bilderna")).click();
        assertThat(page.locator("[data-photo]")).hasCount(1);
        assertThat(page.getByLabel("Rubrik")).hasValue("Skylten vid korsningen har vält");
        page.getByLabel("Namn", new Page.GetByLabelOptions().setExact(true)).fill("Bo Ek");
        page.getByLabel("E-postadress").fill(resident.email);
        if (page.getByLabel("Mitt fel är inte något av dessa").count() > 0) {
            page.getByLabel("Mitt fel är inte något av dessa").check();
        }
        page.getByRole(AriaRole.BUTTON, named("Skicka rapporten")).click();
        assertThat(page.locator(".sent-address")).hasText(resident.email);
        keepPicture(page, "utan-script-skickat");

        page.navigate(MailBox.link(MailBox.await(resident.email, 1).get(0), "/bekrafta/"));
        assertThat(page.locator("h1")).hasText("Bekräfta din rapport");
        keepPicture(page, "utan-script-bekrafta");
        page.getByRole(AriaRole.BUTTON, named("Bekräfta rapporten")).click();
        assertThat(page.locator("h1")).hasText("Skylten vid korsningen har vält");
        assertThat(page.locator(".report-thanks")).containsText("Haninge");
        keepPicture(page, "utan-script-rapport");
        Letters.toAuthority("felanmalan@haninge.example", "Skylten vid korsningen har vält");
        MailBox.await(resident.email, 3);
        page.reload();
        assertThat(page.locator(".story")).containsText("Skickad till Haninge kommun");
    }
}
