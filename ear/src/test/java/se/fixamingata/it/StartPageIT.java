package se.fixamingata.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class StartPageIT extends BrowserTest {

    @Test
    void tellsBrowsersWhatItNeverDoes() {
        HttpResponse<String> page = get("/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("content-security-policy")).hasValueSatisfying(policy -> assertThat(policy)
                .contains("default-src 'self'", "script-src 'nonce-", "object-src 'none'")
                .doesNotContain("unsafe-eval"));
        assertThat(page.headers().firstValue("x-content-type-options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("referrer-policy")).isPresent();
        assertThat(page.headers().firstValue("server")).isEmpty();
        assertThat(page.headers().firstValue("x-powered-by")).isEmpty();
        assertThat(page.headers().allValues("set-cookie")).noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
    }

    @Test
    void whatDoesNotExistIsOurOwnPage() {
        HttpResponse<String> page = get("/finns-inte");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("<html lang=\"sv\"").doesNotContain("Payara");
    }

    @Test
    void textIsCompressed() {
        assertThat(get("/", "Accept-Encoding", "gzip").headers().firstValue("content-encoding"))
                .hasValue("gzip");
    }

    @Test
    void isThereInBothLanguagesAndColours() {
        for (Screen screen : Screen.values()) {
            for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                for (String locale : new String[] {"sv-SE", "en-GB"}) {
                    Page page = page(screen, locale, scheme, true);
                    page.navigate("/");
                    assertThat(page.locator("html").getAttribute("lang")).isEqualTo(locale.substring(0, 2));
                    keepPicture(page, "start-" + screen + "-" + scheme + "-" + locale.substring(0, 2));
                    Accessibility.check(page);
                }
            }
        }
    }
}
