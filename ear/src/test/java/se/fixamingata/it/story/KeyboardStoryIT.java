package se.fixamingata.it.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.fixamingata.it.BrowserTest;
import se.fixamingata.it.MailBox;
import se.fixamingata.it.PageWatch;
import se.fixamingata.it.Resident;

/** The same job with nothing but a keyboard: every step is reached with Tab, and one always sees where one is. */
class KeyboardStoryIT extends BrowserTest {

    private static final int MOST_STOPS = 150;

    private Page page;

    @Test
    void everyStepWorksByKeyboard() {
        Resident resident = new Resident();
        page = page(Screen.DESK);
        PageWatch watch = PageWatch.of(page);
        ThreadLocalRandom random = ThreadLocalRandom.current();

        page.navigate("/");
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip-link")).isFocused();
        page.keyboard().press("Enter");
        tabTo(page.locator("#q"));
        type(String.format(Locale.ROOT, "%.5f, %.5f", 59.71 + random.nextDouble() * 0.02, 13.51));
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/karta\\?.*"));
        assertThat(page.locator("#karta.leaflet-container")).isVisible();
        tabTo(page.locator("#har-lista"));
        page.keyboard().press("Enter");

        assertThat(page.locator("html.with-script")).isAttached();
        assertThat(page.locator("[data-step=place] .step-summary")).isVisible();
        tabTo(page.locator("input[name=category]").first());
        Locator lighting = page.locator("input[name=category][value=lighting]");
        for (int press = 0; press < 25 && !lighting.isChecked(); press++) {
            page.keyboard().press("ArrowDown");
        }
        assertThat(lighting).isChecked();
        step("category");
        tabTo(page.locator("#title"));
        type("Lampan vid bryggan är trasig");
        tabTo(page.locator("#description"));
        type("Glaset ligger på marken.");
        step("fault");
        step("photos");
        tabTo(page.locator("#name"));
        type("Kim Tangent");
        tabTo(page.locator("#email"));
        type(resident.email);
        step("person");
        tabTo(page.locator(".button--send"));
        page.keyboard().press("Enter");
        assertThat(page).hasURL(BASE + "/rapportera/skickat");

        page.navigate(MailBox.link(MailBox.await(resident.email, 1).get(0), "/bekrafta/"));
        assertThat(page.locator("h1")).hasText("Lampan vid bryggan är trasig");
        watch.heardNothing();
    }

    /** Presses "next" of the step; the focus is then on the heading of the one that follows. */
    private void step(String name) {
        tabTo(page.locator("[data-step=" + name + "] .step-next"));
        page.keyboard().press("Enter");
        assertThat(page.locator(".step-title:focus")).isVisible();
    }

    private void type(String text) {
        page.keyboard().type(text);
    }

    /** Presses Tab until the element has the focus; every stop on the way must be visible as the one with the focus. */
    private void tabTo(Locator wanted) {
        assertThat(wanted).isVisible();
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            page.keyboard().press("Tab");
            if ((Boolean) wanted.evaluate("element => element === document.activeElement")) {
                assertThat(wanted).hasCSS("outline-style", Pattern.compile("^(?!none).*"));
                return;
            }
        }
        throw new AssertionError("Tab never reaches " + wanted);
    }
}
