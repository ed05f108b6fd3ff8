package se.fixamingata.it.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.it.BrowserTest;
import se.fixamingata.it.Resident;
import se.fixamingata.it.Staff;

/** A municipality joins by itself (R30, R31): its administrator, on a phone, from the first look to the start, and back. */
class JoiningStoryIT extends BrowserTest {

    /** Vindeln; nobody else's test works there. */
    private static final String CODE = "2404";

    private static final String START = "/handlaggning/installningar?a=vindeln";

    @BeforeEach
    void atTheBeginning() throws SQLException {
        nothingIsSetUp();
    }

    private static void nothingIsSetUp() throws SQLException {
        try (Connection database = database();
                Statement delete = database.createStatement()) {
            for (String table :
                    new String[] {"authority_category", "private_category", "category_recipient", "authority_step"}) {
                delete.executeUpdate("delete from " + table + " where authority_code = '" + CODE + "'");
            }
            delete.executeUpdate("update authority set email = null, state = 'DEFAULT' where code = '" + CODE + "'");
        }
    }

    private static String state() {
        return stored("select state from authority where code = ?", CODE).orElseThrow();
    }

    @Test
    void fromTheFirstLookToTheStartAndBack() {
        Page page = page(Screen.PHONE);
        Staff.administrator(CODE).signIn(page, START);
        assertThat(page.locator("#step-recipients")).containsText("Inte klart");

        page.locator("#start button[value=live]").click();
        assertThat(page.locator("#problems")).containsText("saknar mottagare");
        assertThat(page.locator("#problems")).isFocused();
        assertThat(state()).isEqualTo("DEFAULT");
        keepPicture(page, "ga-med-saknas");

        page.locator("#step-recipients a").click();
        page.locator("#email").fill("felanmalan@vindeln.example");
        page.locator("#on-playground").uncheck();
        page.locator("#private-water").check();
        page.locator("#settings button[type=submit]").click();
        assertThat(page.locator(".notice--done")).isVisible();
        assertThat(page.locator("#email")).hasValue("felanmalan@vindeln.example");
        assertThat(page.locator("#on-playground")).not().isChecked();
        keepPicture(page, "ga-med-kategorier");
        assertThat(new Resident().get("/open311/v2/vindeln/services.json").body())
                .contains("\"lighting\"")
                .doesNotContain("\"playground\"");

        page.navigate(START);
        assertThat(page.locator("#step-recipients")).containsText("Klart");
        assertThat(page.locator("#step-categories")).containsText("Klart");
        page.locator("#step-map button[value=tick]").click();
        assertThat(page.locator("#step-map button[value=untick]")).isVisible();
        page.locator("#start button[value=live]").click();
        assertThat(page.locator(".notice--done")).containsText("Ni är igång");
        assertThat(state()).isEqualTo("LIVE");
        keepPicture(page, "ga-med-igang");

        String file = page.request()
                .get("/handlaggning/installningar/fil.json?a=vindeln")
                .text();
        page.locator("#start button[value=back]").click();
        assertThat(page.locator(".notice--done")).isVisible();
        assertThat(state()).isEqualTo("DEFAULT");
        takenOutDeletedAndReadInAgain(page, file);
    }

    private static void takenOutDeletedAndReadInAgain(Page page, String file) {
        try {
            nothingIsSetUp();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        page.navigate("/handlaggning/installningar/fil?a=vindeln");
        page.locator("#fil").fill(file.replace("\"playground\"", "\"lekplatsen\""));
        page.locator("#import button").click();
        assertThat(page.locator("#problems")).containsText("].code: Den kategorin finns inte hos er.");
        assertThat(page.locator("#fil")).hasValue(file.replace("\"playground\"", "\"lekplatsen\""));
        page.locator("#fil").fill(file);
        page.locator("#import button").click();
        assertThat(page.locator("#changes")).containsText("felanmalan@vindeln.example");
        keepPicture(page, "ga-med-skillnad");
        page.locator("#apply button").click();
        assertThat(page.locator(".notice--done")).isVisible();
        assertThat(stored("select email from authority where code = ?", CODE)).contains("felanmalan@vindeln.example");
        page.locator("#fil").fill(file);
        page.locator("#import button").click();
        assertThat(page.locator("#compared")).containsText("precis det som redan gäller");
    }

    @Test
    void theSecondOfTwoGetsTheFormBackWithBoth() {
        String address = "/handlaggning/installningar/kategorier?a=vindeln";
        Page page = page(Screen.DESK);
        Staff administrator = Staff.administrator(CODE);
        administrator.signIn(page, address);
        Resident colleague = Staff.administrator(CODE).signedIn();
        String mark = colleague.get(address).body().replaceAll("(?s).*name=\"mark\" value=\"([^\"]*)\".*", "$1");
        assertThat(colleague
                        .post(address, Map.of("mark", mark, "email", "forst@vindeln.example", "on-lighting", "true"))
                        .statusCode())
                .isEqualTo(302);

        page.locator("#email").fill("sist@vindeln.example");
        page.locator("#settings button[type=submit]").click();
        assertThat(page.locator("#conflict")).isVisible();
        assertThat(page.locator("#email")).hasValue("sist@vindeln.example");
        assertThat(page.locator("#settings")).containsText("forst@vindeln.example");
        keepPicture(page, "ga-med-krock");
        page.locator("#settings button[type=submit]").click();
        assertThat(page.locator(".notice--done")).isVisible();
        assertThat(page.locator("#email")).hasValue("sist@vindeln.example");
    }
}
