package se.fixamingata.it.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixamingata.it.Accessibility;
import se.fixamingata.it.BrowserTest;
import se.fixamingata.it.OneTimeCode;
import se.fixamingata.it.PageWatch;
import se.fixamingata.it.Resident;
import se.fixamingata.it.Staff;

/**
 * What holds for every page and state of the back office, of accounts, and behind the links in mails: no rule of accessibility is broken,
 * nothing has to be pushed sideways on a phone, and the browser has nothing to complain about. Each page is loaded once in each language
 * and then looked at in several ways.
 */
class EveryDeskPageIT extends BrowserTest {

    private static final List<Integer> NARROW = List.of(390, 320);

    private static DeskScene scene;

    private Staff twoStep;

    /** Who looks; null for nobody who is signed in. */
    private final Map<String, Supplier<Staff>> people = new LinkedHashMap<>();

    private final Map<String, Map<String, Consumer<Page>>> pages = new LinkedHashMap<>();

    EveryDeskPageIT() {
        nobody();
        account();
        desk();
        operator();
    }

    private void nobody() {
        people.put("nobody", null);
        at("nobody", "logga-in", () -> "/logga-in");
        at("nobody", "logga-in-skickat", () -> "/logga-in/skickat");
        at("nobody", "logga-in-lank", () -> scene.signingIn);
        at("nobody", "inbjudan", () -> scene.invitation);
        at("nobody", "svar", () -> scene.answering);
        at("nobody", "fraga", () -> scene.question);
        at("nobody", "prenumerera", () -> "/prenumerera/" + scene.open);
        at("nobody", "prenumerera-kommun", () -> "/prenumerera?typ=kommun&kommun=forshaga");
        at("nobody", "prenumerera-cirkel", () -> "/prenumerera?typ=cirkel&lat=59.53&lon=13.48&radie=1000");
        at("nobody", "avregistrera", () -> scene.unsubscribing);
        at("nobody", "anmal", () -> "/anmal/report/" + scene.open);
        at("nobody", "anmal-tack", () -> "/anmal/tack");
        state("nobody", "utloggad", page -> {
            page.navigate("/logga-in");
            page.evaluate(
                    "() => { const form = document.getElementById('sign-in'); form.action = '/handlaggning/rapport/7';"
                            + " const text = document.createElement('textarea'); text.name = 'text'; text.value = 'Ett långt svar'; form.append(text);"
                            + " HTMLFormElement.prototype.submit.call(form); }");
            page.locator("main form[action='/handlaggning/rapport/7']").waitFor();
        });
    }

    private void account() {
        people.put("resident", () -> scene.resident);
        at("resident", "konto", () -> "/konto");
        at("resident", "konto-prenumerationer", () -> "/konto/prenumerationer");
        at("resident", "konto-uppgifter", () -> "/konto/uppgifter");
        at("resident", "konto-sakerhet", () -> "/konto/sakerhet");
        people.put("two-step", () -> {
            twoStep = Staff.resident();
            return twoStep;
        });
        state("two-step", "konto-sakerhet-kod", page -> {
            page.navigate("/konto/sakerhet");
            page.locator("button[value=prepare]").click();
            page.locator(".totp-secret").waitFor();
        });
        state("two-step", "konto-sakerhet-koder", page -> {
            String secret = page.locator(".totp-secret").textContent().replace(" ", "");
            page.locator("#code").fill(OneTimeCode.of(secret, OneTimeCode.now()));
            page.locator("button[value=enable]").click();
            page.locator(".recovery-codes").waitFor();
        });
        state("two-step", "logga-in-kod", page -> {
            page.locator("form[action='/logga-ut'] button").click();
            page.locator("#email").fill(twoStep.email);
            page.locator("#password").fill(Staff.PASSWORD);
            page.locator("#sign-in button[value=password]").click();
            page.waitForURL("**/logga-in/kod");
        });
    }

    private void desk() {
        String many = "/handlaggning/andringar/";
        people.put("desk", () -> scene.administrator);
        at("desk", "start", () -> "/handlaggning/start?a=forshaga");
        at("desk", "inkorg", () -> "/handlaggning?a=forshaga");
        at("desk", "inkorg-tom", () -> "/handlaggning?a=forshaga&text=finns-inte-alls");
        at("desk", "arende", () -> "/handlaggning/rapport/" + scene.open);
        state("desk", "arende-lamna-over", page -> page.locator("#handover > summary")
                .click());
        state("desk", "arende-fel", page -> {
            page.navigate("/handlaggning/rapport/" + scene.open);
            page.locator("#answer-form button[value=answer]").click();
            page.locator("#problems").waitFor();
        });
        state("desk", "arende-krock", page -> {
            long report = new Resident().reportConfirmed("Lyktan som två svarar om");
            page.navigate("/handlaggning/rapport/" + report);
            page.locator("#answer-text").fill("Vi tittar i morgon.");
            scene.answer(report, "investigating");
            page.locator("#answer-form button[value=answer]").click();
            page.locator("#conflict").waitFor();
        });
        at("desk", "rapportera-at-nagon", () -> "/handlaggning/rapportera");
        state("desk", "rapportera-at-nagon-fel", page -> {
            page.locator("main form button[value=send]").click();
            page.locator("main .error-summary").waitFor();
        });
        at("desk", "svarsmallar", () -> "/handlaggning/svarsmallar?a=forshaga");
        at("desk", "svarsmall-ny", () -> "/handlaggning/svarsmallar/ny?a=forshaga");
        at("desk", "svarsmall", () -> "/handlaggning/svarsmallar/" + scene.template);
        at("desk", "granskning", () -> "/handlaggning/granskning?a=forshaga");
        at("desk", "andra-manga", () -> many + "ny?a=forshaga");
        at("desk", "andringar", () -> many + "alla?a=forshaga");
        at("desk", "andring-pagar", () -> many + "pagar/" + scene.running);
        at("desk", "personal", () -> "/handlaggning/personal?a=forshaga");
        at("desk", "bjud-in", () -> "/handlaggning/personal/bjud-in?a=forshaga");
        at("desk", "medarbetare", () -> "/handlaggning/personal/" + scene.administrator.accountId + "?a=forshaga");
        at("desk", "meddelanden", () -> "/handlaggning/meddelanden?a=forshaga");
        at("desk", "inloggning", () -> "/handlaggning/sakerhet?a=forshaga");
        at("desk", "komma-igang", () -> "/handlaggning/installningar?a=forshaga");
        state("desk", "komma-igang-fel", page -> {
            page.navigate("/handlaggning/installningar?a=forshaga");
            page.locator("#url").fill("forshaga utan adress");
            page.locator("#refusal button[value=refuse]").click();
            page.locator("main .error-summary").waitFor();
            assertThat(page.locator("#url")).hasValue("forshaga utan adress");
        });
        at("desk", "installningar-fil", () -> "/handlaggning/installningar/fil?a=forshaga");
        state("desk", "installningar-fil-fel", page -> {
            page.navigate("/handlaggning/installningar/fil?a=forshaga");
            page.locator("#fil").fill("{\n\"version\": 1,\n}");
            page.locator("#import button").click();
            page.locator("main .error-summary").waitFor();
        });
        at("desk", "kategorier", () -> "/handlaggning/installningar/kategorier?a=forshaga");
        state("desk", "kategorier-fel", page -> {
            page.navigate("/handlaggning/installningar/kategorier?a=forshaga");
            page.locator("#recipient-lighting").fill("inte en adress");
            page.locator("#settings button[type=submit]").click();
            page.locator("main .error-summary").waitFor();
            assertThat(page.locator("#recipient-lighting")).hasValue("inte en adress");
        });
        at("desk", "tidsgranser", () -> "/handlaggning/tider?a=forshaga");
        state("desk", "tidsgranser-fel", page -> {
            page.navigate("/handlaggning/tider?a=forshaga");
            page.locator("#answer-all").fill("0");
            page.locator("main form button[type=submit]").click();
            page.locator("main .error-summary").waitFor();
        });
        at("desk", "paminnelser", () -> "/handlaggning/paminnelser?a=forshaga");
        at("desk", "integration", () -> "/handlaggning/integration?a=forshaga");
        at("desk", "integration-anslutning", () -> "/handlaggning/integration/anslutning?a=forshaga");
        state("desk", "integration-anslutning-fel", page -> {
            page.navigate("/handlaggning/integration/anslutning?a=forshaga");
            page.locator("#url").fill("http//arenden");
            page.locator("#key").fill("hemlig");
            page.locator("#server button[value=server]").click();
            assertThat(page.locator("#problems")).isFocused();
            assertThat(page.locator("#url")).hasValue("http//arenden");
            assertThat(page.locator("#key-error")).isVisible();
        });
        at("desk", "integration-tjanster", () -> "/handlaggning/integration/tjanster?a=forshaga");
        at("desk", "integration-nycklar", () -> "/handlaggning/integration/nycklar?a=forshaga");
        at("desk", "integration-post", () -> "/handlaggning/integration/post?a=forshaga");
        at("desk", "integration-mejl", () -> "/handlaggning/integration/post/" + scene.mail + "?a=forshaga");
        at("desk", "logg", () -> "/handlaggning/logg?a=forshaga");
        at("desk", "guide", () -> "/handlaggning/guide");
    }

    private void operator() {
        people.put("operator", () -> scene.operator);
        at("operator", "valj-kommun", () -> "/handlaggning");
        at("operator", "drift", () -> "/drift");
        at("operator", "drift-checklista", () -> "/drift/checklista");
        at("operator", "drift-kommuner", () -> "/drift/kommuner");
        at("operator", "drift-kommun", () -> "/drift/kommun/forshaga");
        state("operator", "drift-kommun-fel", page -> {
            page.navigate("/drift/kommun/forshaga");
            page.locator("#epost").fill("ingen adress");
            page.locator("#address button").click();
            page.locator("main .error-summary").waitFor();
        });
        at("operator", "drift-meddelanden", () -> "/drift/meddelanden");
        state("operator", "drift-meddelanden-fel", page -> {
            page.navigate("/drift/meddelanden");
            page.locator("#message-form button").click();
            page.locator("main .error-summary").waitFor();
        });
        at("operator", "drift-anvandare", () -> "/drift/anvandare");
        at("operator", "drift-anvandare-en", () -> "/drift/anvandare/" + scene.administrator.accountId);
        state("operator", "drift-anvandare-fel", page -> {
            page.navigate("/drift/anvandare");
            page.locator("#epost").fill("ingen@example.org");
            page.locator("#find button").click();
            page.locator("main .error-summary").waitFor();
        });
        at("operator", "drift-leveranser", () -> "/drift/leveranser?visa=delivered");
        at("operator", "drift-installningar", () -> "/drift/installningar");
        at("operator", "drift-sparrade", () -> "/drift/sparrade");
        state("operator", "drift-sparrade-fel", page -> {
            page.navigate("/drift/sparrade");
            page.locator("#block button").click();
            page.locator("main .error-summary").waitFor();
        });
        at("operator", "drift-utskick", () -> "/drift/utskick?visa=sent");
        state("operator", "drift-utskick-fel", page -> {
            page.navigate("/drift/utskick");
            page.locator("#epost").fill("ingen adress");
            page.locator("#find button").click();
            page.locator("main .error-summary").waitFor();
        });
        at("operator", "drift-integration", () -> "/drift/integration");
        at("operator", "drift-integration-alla", () -> "/drift/integration?visa=all");
        at("operator", "drift-post", () -> "/drift/post");
        at("operator", "drift-mejl", () -> "/drift/post/" + scene.mail);
        at("operator", "drift-jobb", () -> "/drift/jobb");
        state("operator", "drift-jobb-fel", page -> {
            page.navigate("/drift/jobb");
            page.locator(".jobs-start summary").first().click();
            page.locator(".jobs-start .jobs-day").first().fill("2999-01-01");
            page.locator(".jobs-start button[value=start]").first().click();
            page.locator("#problems").waitFor();
        });
        state("operator", "drift-jobb-korning", page -> {
            page.navigate("/drift/jobb");
            page.locator("form:has(input[value=delete-unconfirmed-reports]) button[value=start]")
                    .click();
            page.locator(".notice--done").waitFor();
            page.locator(".runs tbody a").first().click();
            page.locator(".facts").waitFor();
        });
        at("operator", "drift-gallring", () -> "/drift/gallring?regel=report");
        state("operator", "drift-gallring-fel", page -> {
            page.navigate("/drift/gallring");
            page.locator("#skal").fill("Dnr 2026-17");
            page.locator("#nummer").fill("999999999");
            page.locator("#nummer").press("Enter");
            assertThat(page.locator("#problems")).isFocused();
            assertThat(page.locator("#skal")).hasValue("Dnr 2026-17");
            assertThat(page.locator("#nummer-error")).isVisible();
        });
        at("operator", "drift-person", () -> "/drift/person");
        state("operator", "drift-person-fel", page -> {
            page.navigate("/drift/person");
            page.locator("#epost").fill("inte en adress");
            page.locator("#epost").press("Enter");
            assertThat(page.locator("#problems")).isFocused();
            assertThat(page.locator("#epost")).hasValue("inte en adress");
        });
        state("operator", "drift-person-arbetar", page -> {
            page.navigate("/konto/uppgifter");
            String own = page.locator("section.account-card strong").first().textContent();
            page.navigate("/drift/person");
            page.locator("#epost").fill(own);
            page.locator("#epost").press("Enter");
            assertThat(page.locator("#found .notice--look")).isVisible();
            assertThat(page.locator("#erase")).hasCount(0);
        });
        at("operator", "drift-logg", () -> "/drift/logg");
    }

    @BeforeAll
    static void somethingToSee() {
        scene = new DeskScene();
    }

    @AfterAll
    static void leave() {
        scene.leave();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv-SE", "en-GB"})
    void looksRightFitsAndIsAccessible(String locale) {
        Page page = page(Screen.DESK, locale, ColorScheme.LIGHT, true);
        PageWatch watch = PageWatch.of(page);
        List<Throwable> problems = new ArrayList<>();
        people.forEach((person, account) -> {
            page.context().clearCookies();
            if (account != null) {
                account.get().signIn(page, "/konto");
            }
            pages.get(person).forEach((name, open) -> {
                open.accept(page);
                problems.addAll(look(page, name, locale));
            });
        });
        SoftAssertions all = new SoftAssertions();
        problems.forEach(problem -> all.fail(problem.getMessage()));
        all.assertAll();
        watch.heardNothing();
    }

    /** All that is wrong with the page that is shown: one walk tells of every page. */
    private static List<Throwable> look(Page page, String name, String locale) {
        SoftAssertions found = new SoftAssertions();
        boolean thorough = locale.startsWith("sv");
        found.check(() -> assertThat(page.locator("html")).hasAttribute("lang", locale.substring(0, 2)));
        found.check(() -> assertThat(page.locator("h1")).hasCount(1));
        found.check(() -> assertThat(page.locator("body").innerText()).doesNotContain("???"));
        if (thorough) {
            keepPicture(page, "inne-" + name + "-1280-light-sv");
            found.check(() -> Accessibility.check(page));
        }
        for (int width : NARROW) {
            page.setViewportSize(width, 844);
            found.check(() -> assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as(name + " on " + width + " pixels in " + locale)
                    .isLessThanOrEqualTo(width));
        }
        page.setViewportSize(NARROW.get(0), 844);
        if (thorough) {
            // At once: a colour that is half-way to another is nobody's.
            page.emulateMedia(new Page.EmulateMediaOptions()
                    .setColorScheme(ColorScheme.DARK)
                    .setReducedMotion(ReducedMotion.REDUCE));
            keepPicture(page, "inne-" + name + "-390-dark-sv");
            found.check(() -> Accessibility.check(page));
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        }
        page.setViewportSize(1280, 900);
        return List.copyOf(found.assertionErrorsCollected());
    }

    private void at(String person, String name, Supplier<String> path) {
        state(person, name, page -> page.navigate(path.get()));
    }

    private void state(String person, String name, Consumer<Page> open) {
        pages.computeIfAbsent(person, any -> new LinkedHashMap<>()).put(name, open);
    }
}
