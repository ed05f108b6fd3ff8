package se.fixamingata.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;

/** Somebody without a mouse: gets everywhere with Tab, and always sees where that is. */
public final class Keyboard {

    private static final int MOST_STOPS = 150;

    private final Page page;

    public Keyboard(Page page) {
        this.page = page;
    }

    /** Presses Tab until the element has the focus; it must then be visible as the one that has it. */
    public void tabTo(Locator wanted) {
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

    public void type(String text) {
        page.keyboard().type(text);
    }

    public void press(String key) {
        page.keyboard().press(key);
    }
}
