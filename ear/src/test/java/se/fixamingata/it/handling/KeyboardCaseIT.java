package se.fixamingata.it.handling;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.fixamingata.it.BrowserTest;
import se.fixamingata.it.Keyboard;
import se.fixamingata.it.MailBox;
import se.fixamingata.it.PageWatch;
import se.fixamingata.it.Resident;
import se.fixamingata.it.Staff;

/** A caseworker's day with nothing but a keyboard: signs in, finds a report, takes it, answers, and goes on. */
class KeyboardCaseIT extends BrowserTest {

    @Test
    void aReportIsFoundTakenAndAnsweredWithoutAMouse() {
        Resident reporter = new Resident();
        String title = "Lyktan vid tangentvägen " + (System.nanoTime() % 1_000_000);
        long report = reporter.reportConfirmed(title);
        Staff hanna = Staff.caseworker("1763");
        Page page = page(Screen.DESK);
        PageWatch watch = PageWatch.of(page);
        Keyboard keyboard = new Keyboard(page);

        page.navigate("/handlaggning?a=forshaga");
        keyboard.tabTo(page.locator("#email"));
        keyboard.type(hanna.email);
        keyboard.tabTo(page.locator("#password"));
        keyboard.type(Staff.PASSWORD);
        keyboard.press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/handlaggning\\?a=forshaga"));
        page.waitForLoadState(LoadState.NETWORKIDLE);

        keyboard.press("Tab");
        assertThat(page.locator(".skip-link")).isFocused();
        keyboard.press("/");
        assertThat(page.locator("#inbox-text")).isFocused();
        keyboard.type(title);
        keyboard.press("Enter");
        assertThat(page.locator(".inbox-count")).hasText("1 rapport");
        Locator row = page.locator("main a[href*='/handlaggning/rapport/']")
                .filter(new Locator.FilterOptions().setHasText(title));
        assertThat(row).hasCount(1);
        assertThat(page.locator("main a[href*='/handlaggning/rapport/" + report + "']"))
                .hasCount(1);
        keyboard.tabTo(row);
        keyboard.press("Enter");
        assertThat(page.locator("h1")).containsText(title);

        Locator assign = page.locator("details.chip").first();
        keyboard.tabTo(assign.locator("summary"));
        keyboard.press("Enter");
        keyboard.tabTo(assign.locator("button[value=assign-me]"));
        keyboard.press("Enter");
        assertThat(page.locator("#done")).containsText("Ärendet är ditt.");

        page.locator("body").press("a");
        assertThat(page.locator("#answer-text")).isFocused();
        keyboard.type("Elektrikern kommer på torsdag.");
        keyboard.press("Shift+Tab");
        while (!(Boolean) page.locator("#answer-status").evaluate("status => status === document.activeElement")) {
            assertThat(page.locator("main").locator(":focus")).hasCount(1);
            keyboard.press("Shift+Tab");
        }
        keyboard.press("ArrowDown");
        String chosen = page.locator("#answer-status").inputValue();
        assertThat(chosen).isNotEmpty();
        keyboard.tabTo(page.locator("#answer-form button[value=answer]"));
        keyboard.press("Enter");
        assertThat(page.locator("#done")).containsText("Svaret är skickat.");
        assertThat(page.locator(".case-line").first()).containsText("Elektrikern kommer på torsdag.");
        assertThat(MailBox.await(reporter.email, 3).stream().map(MailBox::text))
                .anySatisfy(text -> assertThat(text).contains("Elektrikern kommer på torsdag."));
        assertThat(stored("select lower(status) from report where id = ?", report))
                .contains(chosen);
        watch.heardNothing();
    }
}
