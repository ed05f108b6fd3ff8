package se.fixamingata.it.browse;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixamingata.it.Accessibility;
import se.fixamingata.it.BrowserTest;

class PagesIT extends BrowserTest {

    @ParameterizedTest
    @ValueSource(strings = {"/om", "/fragor-och-svar", "/integritet", "/tillganglighet", "/kommun/forshaga"})
    void isThereInBothLanguagesAndAccessible(String path) {
        for (String locale : new String[] {"sv-SE", "en-GB"}) {
            ColorScheme scheme = locale.startsWith("sv") ? ColorScheme.LIGHT : ColorScheme.DARK;
            Page page = page(Screen.PHONE, locale, scheme, true);
            page.navigate(path);
            page.setViewportSize(320, 700);
            assertThat(page.locator("h1")).hasCount(1);
            assertThat(page.locator("html")).hasAttribute("lang", locale.substring(0, 2));
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as("width of " + path)
                    .isLessThanOrEqualTo(320);
            keepPicture(page, path.substring(1).replace('/', '-') + "-" + locale.substring(0, 2));
            Accessibility.check(page);
        }
    }

    @Test
    void aMunicipalitysCodeLeadsToItsName() {
        HttpResponse<String> page = get("/kommun/1763");
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("location").orElseThrow()).endsWith("/kommun/forshaga");
        assertThat(get("/kommun/finns-inte").statusCode()).isEqualTo(404);
        assertThat(get("/om/vad-som-helst").statusCode()).isEqualTo(404);
    }

    @Test
    void theLanguageIsRemembered() {
        Page page = page(Screen.DESK);
        page.navigate("/om");
        page.getByText("English").click();
        assertThat(page.locator("h1")).hasText("About FixaMinGata");
        page.navigate("/integritet");
        assertThat(page.locator("h1")).hasText("Privacy");
    }

    @Test
    void aPostFromAForeignPageIsRefusedAndItsWordsAreNotShown() {
        HttpResponse<String> foreign =
                post("title=Skickat+av+en+helt+annan+webbplats", "Origin", "https://evil.example");
        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(foreign.body()).doesNotContain("helt annan webbplats");
    }

    @Test
    void aFormWithoutItsTokenGivesBackWhatWasTyped() {
        HttpResponse<String> stale = post("title=Lampan+vid+kiosken+lyser+inte", "Origin", BASE);
        assertThat(stale.statusCode()).isEqualTo(403);
        assertThat(stale.body()).contains("Lampan vid kiosken lyser inte");
    }

    @Test
    void tenMegabytesOfTitleAreRefusedWithAPage() {
        HttpResponse<String> large = post("title=" + "a".repeat(10_000_000), "Origin", BASE);
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(large.body()).contains("Det var för mycket på en gång");
    }

    private static HttpResponse<String> post(String body, String header, String value) {
        return send(HttpRequest.newBuilder(URI.create(BASE + "/rapportera"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(header, value)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }
}
