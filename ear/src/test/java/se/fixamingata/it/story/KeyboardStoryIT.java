package se.fixamingata.it.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.fixamingata.it.BrowserTest;
import se.fixamingata.it.Keyboard;
import se.fixamingata.it.MailBox;
import se.fixamingata.it.PageWatch;
import se.fixamingata.it.Resident;

/** The same job with nothing but a keyboard: every step is reached with Tab, and one always sees where one is. */
class KeyboardStoryIT extends BrowserTest {

    private Page page;
    private Keyboard keyboard;

    @Test
    void everyStepWorksByKeyboard() {
        Resident resident = new Resident();
        page = page(Screen.DESK);
        keyboard = new Keyboard(page);
        PageWatch watch = PageWatch.of(page);
        ThreadLocalRandom random = ThreadLocalRandom.current();

        page.navigate("/");
        keyboard.press("Tab");
        assertThat(page.locator(".skip-link")).isFocused();
        keyboard.press("Enter");
        keyboard.tabTo(page.locator("#q"));
        keyboard.type(String.format(Locale.ROOT, "%.5f, %.5f", 59.71 + random.nextDouble() * 0.02, 13.51));
        keyboard.press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/karta\\?.*"));
        assertThat(page.locator("#karta.leaflet-container")).isVisible();
        keyboard.tabTo(page.locator("#har-lista"));
        keyboard.press("Enter");

        assertThat(page.locator("html.with-script")).isAttached();
        assertThat(page.locator("[data-step=place] .step-summary")).isVisible();
        keyboard.tabTo(page.locator("input[name=category]").first());
        Locator lighting = page.locator("input[name=category][value=lighting]");
        for (int press = 0; press < 25 && !lighting.isChecked(); press++) {
            keyboard.press("ArrowDown");
        }
        assertThat(lighting).isChecked();
        step("category");
        keyboard.tabTo(page.locator("#title"));
        keyboard.type("Lampan vid bryggan är trasig");
        keyboard.tabTo(page.locator("#description"));
        keyboard.type("Glaset ligger på marken.");
        step("fault");
        step("photos");
        keyboard.tabTo(page.locator("#name"));
        keyboard.type("Kim Tangent");
        keyboard.tabTo(page.locator("#email"));
        keyboard.type(resident.email);
        step("person");
        keyboard.tabTo(page.locator(".button--send"));
        keyboard.press("Enter");
        assertThat(page).hasURL(BASE + "/rapportera/skickat");

        page.navigate(MailBox.link(MailBox.await(resident.email, 1).get(0), "/bekrafta/"));
        assertThat(page.locator("h1")).hasText("Lampan vid bryggan är trasig");
        watch.heardNothing();
    }

    /** Presses "next" of the step; the focus is then on the heading of the one that follows. */
    private void step(String name) {
        keyboard.tabTo(page.locator("[data-step=" + name + "] .step-next"));
        keyboard.press("Enter");
        assertThat(page.locator(".step-title:focus")).isVisible();
    }
}
