package se.fixamingata.it.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.fixamingata.it.Accessibility;
import se.fixamingata.it.BrowserTest;
import se.fixamingata.it.PageWatch;
import se.fixamingata.it.Pictures;
import se.fixamingata.it.Resident;
import se.fixamingata.it.Resident.Upload;

/**
 * What holds for every page and state, on both screens, in both colours and languages: it looks as in {@code ear/target/screenshots},
 * breaks no rule of accessibility, fits on 320 pixels, and the browser has nothing to complain about.
 */
class EveryPageIT extends BrowserTest {

    private static final int NARROWEST = 320;

    private static long report;
    private static String waiting;
    private static Resident sender;
    private static Map<String, String> fields;

    /** Pages and states in the order in which they are looked at; the draft grows on the way. */
    private final Map<String, Consumer<Page>> pages = new LinkedHashMap<>();

    EveryPageIT() {
        at("start", "/");
        at("karta", () -> "/karta?lat=" + fields.get("lat") + "&lon=" + fields.get("lon") + "&z=16");
        at("karta-landet", "/karta?lat=62.4&lon=16.3&z=5");
        at("karta-tom", "/karta?lat=67.1&lon=17.2&z=12");
        at("karta-flera-traffar", "/karta?q=Berga");
        at("karta-ingen-traff", "/karta?q=00000");
        at("rapportera-utan-plats", "/rapportera");
        at("rapportera", () -> "/rapportera?lat=" + fields.get("lat") + "&lon=" + fields.get("lon"));
        pages.put("rapportera-fel", page -> {
            page.locator("html.with-script")
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
            page.locator("input[name=category][value=lighting]").check();
            page.evaluate("document.querySelector('.button--send').click()");
            page.locator(".error-summary").waitFor();
        });
        pages.put("rapportera-skickat", page -> {
            page.context().addCookies(List.of(new Cookie("fmg_draft", sender.cookie("fmg_draft")).setUrl(BASE)));
            page.navigate("/rapportera/skickat");
        });
        pages.put("bekrafta", page -> {
            // The script would press the button at once.
            page.route("**/confirm.js*", EveryPageIT::nothing);
            page.navigate(waiting);
        });
        at("bekrafta-okand", "/bekrafta/" + "A".repeat(43));
        at("bekrafta-avhuggen", "/bekrafta/AAAA");
        at("rapport", () -> "/rapport/" + report);
        at("rapport-bekraftad", () -> "/rapport/" + report + "?bekraftad=1");
        at("kommun", "/kommun/forshaga");
        at("kommun-nej", "/kommun/kil");
        at("statistik", "/statistik");
        at("oppna-data", "/statistik/data");
        at("om", "/om");
        at("fragor-och-svar", "/fragor-och-svar");
        at("integritet", "/integritet");
        at("tillganglighet", "/tillganglighet");
        at("fel-404", "/finns-inte");
        pages.put("fel-avvisad", page -> {
            page.navigate("/om");
            page.context().clearCookies();
            page.evaluate(
                    "() => { const f = document.createElement('form'); f.method = 'post'; f.action = '/rapportera';"
                            + " const t = document.createElement('input'); t.name = 'title'; t.value = 'Trasig lampa'; f.append(t);"
                            + " document.body.append(f); f.submit(); }");
            page.locator(".typed").waitFor();
        });
    }

    @BeforeAll
    static void somethingToSee() {
        Resident reporter = new Resident();
        fields = reporter.report("Trasig lampa i gångtunneln under järnvägen");
        assertThat(reporter.sendReport(
                                fields,
                                new Upload("1.jpg", "image/jpeg", Pictures.streetLamp(1_200, 900)),
                                new Upload("2.jpg", "image/jpeg", Pictures.streetLamp(900, 1_200)))
                        .statusCode())
                .isEqualTo(302);
        report = Resident.number(reporter.confirm(reporter.confirmation(1)));
        Awaitility.await().until(() -> stored("select state from delivery where report_id = ?", report)
                .orElse("")
                .equals("DELIVERED"));
        sender = new Resident();
        assertThat(sender.sendReport(sender.report("Väntar på bekräftelse")).statusCode())
                .isEqualTo(302);
        waiting = sender.confirmation(1);
    }

    @ParameterizedTest
    @CsvSource({"PHONE, sv-SE", "PHONE, en-GB", "DESK, sv-SE", "DESK, en-GB"})
    void looksRightFitsAndIsAccessible(Screen screen, String locale) {
        Page page = page(screen, locale, ColorScheme.LIGHT, true);
        PageWatch watch = PageWatch.of(page);
        String language = locale.substring(0, 2);
        pages.forEach((name, open) -> {
            open.accept(page);
            assertThat(page.locator("html")).hasAttribute("lang", language);
            assertThat(page.locator("h1")).hasCount(1);
            String picture = name + (screen == Screen.PHONE ? "-390-" : "-1280-");
            colour(page, ColorScheme.LIGHT);
            keepPicture(page, picture + "light-" + language);
            if (screen == Screen.PHONE && language.equals("sv")) {
                Accessibility.check(page);
                fits(page, name);
            }
            colour(page, ColorScheme.DARK);
            keepPicture(page, picture + "dark-" + language);
            if (screen == Screen.DESK && language.equals("en")) {
                Accessibility.check(page);
            }
            colour(page, ColorScheme.LIGHT);
        });
        watch.heardNothing();
    }

    private static void colour(Page page, ColorScheme scheme) {
        // At once: a colour that is half-way to another is nobody's.
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
        if (page.locator(".leaflet-container").count() > 0) {
            page.waitForLoadState(LoadState.NETWORKIDLE);
        }
    }

    private static void fits(Page page, String name) {
        page.setViewportSize(NARROWEST, 700);
        assertThat((Boolean)
                        page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as(name + " fits")
                .isTrue();
        page.setViewportSize(390, 844);
    }

    private void at(String name, String path) {
        at(name, () -> path);
    }

    private void at(String name, Supplier<String> path) {
        pages.put(name, page -> page.navigate(path.get()));
    }

    private static void nothing(Route route) {
        route.fulfill(
                new Route.FulfillOptions().setContentType("text/javascript").setBody(""));
    }
}
