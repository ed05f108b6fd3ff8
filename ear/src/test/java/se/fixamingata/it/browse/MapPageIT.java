package se.fixamingata.it.browse;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.fixamingata.it.Accessibility;
import se.fixamingata.it.BrowserTest;

class MapPageIT extends BrowserTest {

    private static final String VIEW =
            "/karta?lat=" + ReportsOnTheMap.PLACE.lat() + "&lon=" + ReportsOnTheMap.PLACE.lon() + "&z=15";

    @BeforeAll
    static void putReports() throws SQLException {
        try (Connection database = database()) {
            ReportsOnTheMap.put(database, "REPORTED", "IN_PROGRESS", "FIXED");
        }
    }

    @AfterAll
    static void takeReports() throws SQLException {
        try (Connection database = database()) {
            ReportsOnTheMap.take(database);
        }
    }

    @Test
    void mapAndListShowTheSameAndTheAddressSaysWhat() {
        Page page = page(Screen.DESK);
        page.navigate(VIEW);
        Locator rows = page.locator("#lista-innehall .report-card");
        Locator pins = page.locator(".pin");
        assertThat(rows).hasCount(3);
        assertThat(pins).hasCount(3);

        page.getByLabel("Status").selectOption("fixed");
        assertThat(rows).hasCount(1);
        assertThat(pins).hasCount(1);
        assertThat(page).hasURL(Pattern.compile(".*status=fixed.*"));

        page.goBack();
        assertThat(rows).hasCount(3);
        assertThat(page.getByLabel("Status")).hasValue("");

        page.getByLabel("Ord i rapporten").fill("nummer 2");
        page.keyboard().press("Enter");
        assertThat(rows).hasCount(1);
        assertThat(pins).hasCount(1);
    }

    @Test
    void aPinOpensItsCardByKeyboardAndEscapeClosesIt() {
        Page page = page(Screen.DESK);
        page.navigate(VIEW);
        Locator pin = page.getByRole(AriaRole.BUTTON).and(page.locator(".pin--fixed"));
        pin.focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".map-card a")).hasText("Lampan nummer 3 är trasig");
        assertThat(page.locator(".map-card a")).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.locator(".map-card")).hasCount(0);
        assertThat(pin).isFocused();
    }

    @Test
    void withoutScriptsThereIsAPictureAListAndAWayToReport() {
        Page page = page(Screen.PHONE, "sv-SE", ColorScheme.LIGHT, false);
        page.navigate(VIEW);
        assertThat(page.locator("#lista-innehall .report-card")).hasCount(3);
        assertThat(page.locator("img.map-picture")).isVisible();
        assertThat(page.locator("#har-lista"))
                .hasAttribute(
                        "href",
                        "/rapportera?lat=" + ReportsOnTheMap.PLACE.lat() + "&lon=" + ReportsOnTheMap.PLACE.lon());
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
    }

    @Test
    void oneHitLeadsToTheMapAndNoneSaysWhatToTry() {
        HttpResponse<String> one = get("/karta?q=59.38,%2013.50");
        assertThat(one.statusCode()).isEqualTo(302);
        assertThat(one.headers().firstValue("location").orElseThrow())
                .contains("lat=59.38")
                .contains("lon=13.5");
        assertThat(get("/karta?q=Xyzzyqw").body()).contains("Vi hittar inget som heter ”Xyzzyqw”");
        assertThat(get("/karta?q=59.91,10.75").body()).contains("utanför Sverige");
        assertThat(get("/karta?q=%3Cscript%3Ealert(1)%3C/script%3E").body()).doesNotContain("<script>alert");
    }

    @Test
    void isAccessibleInBothColoursOnBothScreens() {
        for (Screen screen : Screen.values()) {
            for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                Page page = page(screen, "sv-SE", scheme, true);
                page.navigate(VIEW);
                assertThat(page.locator(".pin")).hasCount(3);
                keepPicture(page, "karta-" + screen + "-" + scheme);
                Accessibility.check(page);
            }
        }
    }
}
