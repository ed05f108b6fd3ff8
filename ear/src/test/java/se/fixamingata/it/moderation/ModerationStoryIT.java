package se.fixamingata.it.moderation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import se.fixamingata.it.Accessibility;
import se.fixamingata.it.BrowserTest;
import se.fixamingata.it.PageWatch;
import se.fixamingata.it.Resident;
import se.fixamingata.it.Staff;

/** A resident finds a text that should not be there, a caseworker judges it, and the page changes. */
class ModerationStoryIT extends BrowserTest {

    @Test
    void aTextIsReportedJudgedHiddenAndPutBack() {
        long id = new Resident().reportConfirmed("Grannen Persson är en tjuv");
        Page page = page(Screen.PHONE);
        PageWatch watch = PageWatch.of(page);
        page.navigate("/anmal/report/" + id);
        assertThat(page.locator("blockquote")).containsText("Lyktan har varit släckt");
        Accessibility.check(page);
        keepPicture(page, "anmal");
        button(page, "Skicka anmälan").click();
        assertThat(page.locator(".error-summary")).containsText("Välj varför");
        page.getByLabel("Det är personuppgifter").check();
        page.getByLabel("Vill du berätta mer?").fill("Namnet på min granne står i rubriken.");
        button(page, "Skicka anmälan").click();
        assertThat(page.getByRole(AriaRole.HEADING).first()).containsText("Tack");
        Accessibility.check(page);
        watch.heardNothing();

        Page desk = page(Screen.DESK);
        PageWatch deskWatch = PageWatch.of(desk);
        Staff.caseworker("1763").signIn(desk, "/handlaggning/granskning");
        assertThat(item(desk, id)).containsText("Namnet på min granne står i rubriken.");
        Accessibility.check(desk);
        keepPicture(desk, "granskning");
        item(desk, id).getByRole(AriaRole.BUTTON, named("Dölj")).click();
        assertThat(desk.locator("#granskat")).containsText("det är dolt");
        assertThat(desk.navigate("/rapport/" + id).status()).isEqualTo(404);

        desk.navigate("/handlaggning/granskning?visa=avgjorda");
        assertThat(item(desk, id)).containsText("Doldes");
        item(desk, id).getByRole(AriaRole.LINK, linked("Ändra texten")).click();
        desk.getByLabel("Rubrik").fill("Cykel står i vägen");
        Accessibility.check(desk);
        keepPicture(desk, "granskning-andra");
        desk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Spara"))
                .click();
        assertThat(desk.locator("#granskat")).containsText("Texten är ändrad");
        item(desk, id).getByRole(AriaRole.BUTTON, named("Visa igen")).click();
        assertThat(desk.navigate("/rapport/" + id).status()).isEqualTo(200);
        assertThat(desk.locator("h1")).hasText("Cykel står i vägen");
        deskWatch.heardNothing();
    }

    private static Locator item(Page page, long id) {
        return page.locator("#report-" + id);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator.GetByRoleOptions linked(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}
