package se.fixamingata.it.inbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.fixamingata.it.Accessibility;
import se.fixamingata.it.BrowserTest;
import se.fixamingata.it.PageWatch;
import se.fixamingata.it.Staff;

/** A caseworker's day at the inbox. */
class InboxIT extends BrowserTest {

    private static final String INBOX = "/handlaggning?a=" + ManyReports.SLUG;
    private static final int REPORTS = 80;
    private static final int OPEN = 64;

    @BeforeAll
    static void putReports() throws SQLException {
        try (Connection database = database()) {
            ManyReports.put(database, REPORTS);
        }
    }

    @AfterAll
    static void takeReports() throws SQLException {
        try (Connection database = database()) {
            ManyReports.take(database);
        }
    }

    private Page inbox(Staff who, String path) {
        Page page = page(Screen.DESK);
        who.signIn(page, path);
        return page;
    }

    private static Locator rows(Page page) {
        return page.locator(".inbox-link");
    }

    private static Locator count(Page page) {
        return page.locator(".inbox-count");
    }

    @Test
    void whatIsFilteredStandsInTheAddressAndASharedLinkShowsTheSame() {
        Page page = inbox(Staff.caseworker(ManyReports.AUTHORITY), INBOX);
        PageWatch watch = PageWatch.of(page);
        assertThat(count(page)).hasText(OPEN + " rapporter");
        assertThat(rows(page)).hasCount(25);
        assertThat(rows(page).first()).hasText("Väggen 1");

        page.locator("[data-choice=category] summary").click();
        page.getByLabel("Gatubelysning").check();
        assertThat(count(page)).hasText("32 rapporter");
        assertThat(page).hasURL(Pattern.compile(".*a=sorsele&category=lighting"));
        page.locator("[data-choice=status] summary").click();
        page.locator("[name=status][value=all]").check();
        assertThat(count(page)).hasText("40 rapporter");
        page.getByLabel("Ordning").selectOption("confirmed");
        assertThat(rows(page).first()).hasText("Lampan 80");
        page.locator("#inbox-text").fill("lampan 7");
        assertThat(count(page)).hasText("5 rapporter");
        assertThat(page.locator(".inbox-chip")).hasCount(3);

        String shared = page.url();
        page.reload();
        assertThat(count(page)).hasText("5 rapporter");
        assertThat(rows(page).first()).hasText("Lampan 78");
        assertThat(page.locator("#inbox-text")).hasValue("lampan 7");
        Page other = inbox(Staff.reader(ManyReports.AUTHORITY), shared.substring(BASE.length()));
        assertThat(count(other)).hasText("5 rapporter");
        assertThat(rows(other).first()).hasText("Lampan 78");
        watch.heardNothing();
    }

    @Test
    void theWayBackTakesEachStepBack() {
        Page page = inbox(Staff.caseworker(ManyReports.AUTHORITY), INBOX);
        page.locator("#inbox-text").fill("Väggen");
        assertThat(count(page)).hasText("32 rapporter");
        page.locator(".ui-paginator-next").click();
        assertThat(page.locator(".ui-paginator-current")).hasText("26–32 av 32");
        assertThat(page).hasURL(Pattern.compile(".*page=2.*"));
        page.goBack();
        assertThat(page.locator(".ui-paginator-current")).hasText("1–25 av 32");
        page.goBack();
        assertThat(count(page)).hasText(OPEN + " rapporter");
        assertThat(page.locator("#inbox-text")).hasValue("");
        page.goForward();
        assertThat(count(page)).hasText("32 rapporter");
        page.locator(".inbox-chip").click();
        assertThat(count(page)).hasText(OPEN + " rapporter");
    }

    @Test
    void aTableHeadSortsAndTheAddressSaysSo() {
        Page page = inbox(Staff.caseworker(ManyReports.AUTHORITY), INBOX + "&status=all");
        page.getByRole(AriaRole.COLUMNHEADER, new Page.GetByRoleOptions().setName("Inkommen"))
                .click();
        assertThat(page).hasURL(Pattern.compile(".*sort=confirmed"));
        assertThat(rows(page).first()).hasText("Lampan 80");
        assertThat(page.getByLabel("Ordning")).hasValue("confirmed");
    }

    @Test
    void keysMoveSelectAndOpen() {
        Page page = inbox(Staff.caseworker(ManyReports.AUTHORITY), INBOX);
        page.keyboard().press("j");
        assertThat(rows(page).nth(0)).isFocused();
        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("k");
        assertThat(rows(page).nth(1)).isFocused();
        page.keyboard().press("s");
        assertThat(page.locator("[data-selected]")).hasText("1 vald");
        page.keyboard().press("?");
        assertThat(page.locator("#inbox-help")).isVisible();
        page.keyboard().press("Escape");
        page.keyboard().press("/");
        assertThat(page.locator("#inbox-text")).isFocused();
        page.keyboard().type("jk");
        assertThat(page.locator("#inbox-text")).hasValue("jk");
        page.locator("#inbox-text").fill("");
        assertThat(count(page)).hasText(OPEN + " rapporter");
        rows(page).nth(1).focus();
        page.keyboard().press("o");
        page.waitForURL(Pattern.compile(".*/handlaggning/rapport/" + ManyReports.id(2) + "\\?fran=a%3Dsorsele.*"));
    }

    @Test
    void whatIsTickedStaysOverPagesAndAllThatFitCanBeTaken() {
        Page page = inbox(Staff.caseworker(ManyReports.AUTHORITY), INBOX + "&category=lighting");
        page.locator("[data-tick]").first().check();
        page.locator(".ui-paginator-next").click();
        assertThat(page.locator(".ui-paginator-current")).hasText("26–32 av 32");
        page.locator("[data-tick]").first().check();
        assertThat(page.locator("[data-selected]")).hasText("2 valda");
        assertThat((String) page.locator("[data-bulk]").evaluate("link => link.getAttribute('href')"))
                .matches("/handlaggning/andringar/ny\\?a=sorsele&id=" + ManyReports.id(2) + ",\\d+");
        page.getByText("Välj alla 32 som passar filtret").click();
        assertThat(page.locator("[data-bulk]"))
                .hasAttribute("href", Pattern.compile("/handlaggning/andringar/ny\\?a=sorsele&category=lighting.*"));
        page.getByText("Avmarkera").click();
        assertThat(page.locator("#selection")).isHidden();
        assertThat(page.locator("[data-export=csv]"))
                .hasAttribute("href", Pattern.compile("/handlaggning/export/csv\\?a=sorsele&category=lighting.*"));
    }

    @Test
    void columnsAndSavedFiltersAreRememberedForThePerson() {
        Staff karin = Staff.caseworker(ManyReports.AUTHORITY);
        Page page = inbox(karin, INBOX + "&category=lighting&sort=-priority");
        assertThat(page.getByRole(AriaRole.COLUMNHEADER, new Page.GetByRoleOptions().setName("Prioritet")))
                .hasCount(0);
        page.getByText("Kolumner").first().click();
        page.locator("[name=column][value=priority]").check();
        page.locator("[name=column][value=assignee]").uncheck();
        page.locator("[data-action=columns]").click();
        assertThat(page.getByRole(AriaRole.COLUMNHEADER, new Page.GetByRoleOptions().setName("Prioritet")))
                .isVisible();
        assertThat(page.getByRole(AriaRole.COLUMNHEADER, new Page.GetByRoleOptions().setName("Handläggare")))
                .hasCount(0);

        page.locator("[data-action=save]").click();
        page.getByLabel("Namn").first().fill("Bråttom & ljus");
        page.getByText("Spara det som visas").click();
        Locator saved = page.locator("[data-saved]");
        assertThat(saved).containsText("Bråttom & ljus");
        assertThat(saved.locator("[data-saved-count]")).hasText("32");
        assertThat(saved).hasAttribute("aria-current", "true");

        Page later = inbox(karin, INBOX);
        assertThat(later.getByRole(AriaRole.COLUMNHEADER, new Page.GetByRoleOptions().setName("Prioritet")))
                .isVisible();
        later.locator("[data-saved]").click();
        assertThat(count(later)).hasText("32 rapporter");
        assertThat(later).hasURL(Pattern.compile(".*category=lighting&sort=-priority"));
        Page stranger = inbox(Staff.caseworker(ManyReports.AUTHORITY), INBOX);
        assertThat(stranger.locator("[data-saved]")).hasCount(0);
    }

    @Test
    void whatIsNewComesWithoutLosingThePlace() throws SQLException {
        Page page = inbox(Staff.caseworker(ManyReports.AUTHORITY), INBOX + "&category=graffiti");
        page.locator("[data-tick]").nth(3).check();
        rows(page).nth(5).focus();
        page.evaluate("window.scrollTo(0, 200)");
        String there = rows(page).nth(5).textContent();
        try (Connection database = database()) {
            ManyReports.change(database, "priority = 'URGENT'", 3);
        }
        page.keyboard().press("r");
        assertThat(page.locator(".tag--wrong", new Page.LocatorOptions().setHasText("Akut")))
                .hasCount(1);
        assertThat(rows(page).nth(5)).isFocused();
        assertThat(rows(page).nth(5)).hasText(there);
        assertThat(page.locator("[data-tick]").nth(3)).isChecked();
        assertThat(((Number) page.evaluate("window.scrollY")).intValue()).isBetween(150, 250);
    }

    @Test
    void theMapShowsTheSameAndAnAreaOfItIsAFilter() {
        Page page = inbox(Staff.caseworker(ManyReports.AUTHORITY), INBOX + "&status=fixed");
        assertThat(page.locator("#inbox-map .pin")).hasCount(16);
        rows(page).first().hover();
        assertThat(page.locator(".pin--lifted")).hasCount(1);
        page.locator("#inbox-map .pin").first().hover();
        assertThat(page.locator(".inbox-row--lifted")).hasCount(1);

        page.locator("[data-action=draw]").click();
        var box = page.locator("#inbox-map").boundingBox();
        page.mouse().move(box.x + 10, box.y + 10);
        page.mouse().down();
        page.mouse().move(box.x + box.width / 2, box.y + box.height - 60);
        page.mouse().up();
        assertThat(page).hasURL(Pattern.compile(".*box=.*"));
        assertThat(page.locator(".inbox-chip", new Page.LocatorOptions().setHasText("Område på kartan")))
                .isVisible();
        assertThat(page.locator(".inbox-area")).isVisible();
        assertThat(count(page)).not().hasText("16 rapporter");
    }

    @Test
    void anOddAddressIsShownAsFarAsItMakesSense() {
        Page page = inbox(
                Staff.caseworker(ManyReports.AUTHORITY),
                INBOX + "&category=lighting,nonsense&sort=sideways&page=77&age=x");
        assertThat(count(page)).hasText("32 rapporter");
        assertThat(page.getByRole(AriaRole.STATUS)
                        .filter(new Locator.FilterOptions().setHasText("age, category, sort")))
                .isVisible();
        assertThat(page.locator(".ui-paginator-current")).hasText("26–32 av 32");
    }

    @Test
    void everybodySeesTheirOwnDeskAndNoOther() {
        Staff limited = Staff.caseworker(ManyReports.AUTHORITY).limitedTo("lighting");
        Page page = inbox(limited, INBOX + "&status=all");
        assertThat(count(page)).hasText("40 rapporter");
        Page reader = inbox(Staff.reader(ManyReports.AUTHORITY), INBOX);
        reader.locator("[data-tick]").first().check();
        assertThat(reader.locator("[data-bulk]")).hasCount(0);
        Page foreign = inbox(Staff.caseworker("1763"), INBOX);
        assertThat(foreign.locator(".desk-authority")).hasText("Forshaga kommun");
        assertThat(foreign.getByText("Adressen gällde en myndighet som du inte arbetar för."))
                .isVisible();
        Page operator = inbox(Staff.operator(), "/handlaggning");
        assertThat(operator.locator(".desk-chooser")).isVisible();
        operator.locator("#desk-first").fill("Sorsele kommun");
        operator.locator(".desk-chooser button").click();
        assertThat(operator.locator(".desk-figure--new .desk-figure-count")).hasText(Integer.toString(OPEN));
        operator.getByText("nya och obesvarade").click();
        assertThat(count(operator)).hasText(OPEN + " rapporter");
        HttpResponse<String> below = Staff.caseworker("1763").signedIn().get("/handlaggning/finns-inte");
        assertThat(below.statusCode()).isEqualTo(404);
    }

    @Test
    void isAccessibleInBothColoursOnBothScreens() {
        Staff karin = Staff.caseworker(ManyReports.AUTHORITY);
        for (Screen screen : Screen.values()) {
            for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                for (String path : new String[] {INBOX, "/handlaggning/start?a=" + ManyReports.SLUG}) {
                    Page page = page(screen, scheme == ColorScheme.DARK ? "en-GB" : "sv-SE", scheme, true);
                    karin.signIn(page, path);
                    page.waitForLoadState();
                    keepPicture(page, (path.contains("start") ? "desk-start-" : "inbox-") + screen + "-" + scheme);
                    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                            .isLessThanOrEqualTo(page.viewportSize().width);
                    if (screen == Screen.DESK && path.equals(INBOX)) {
                        theFiltersStandInOneRowAndSayTheirNames(page);
                    }
                    Accessibility.check(page);
                }
            }
        }
    }

    private static void theFiltersStandInOneRowAndSayTheirNames(Page page) {
        assertThat((Double) page.evaluate("document.getElementById('filter').getBoundingClientRect().height * 1.0001"))
                .isLessThan(60);
        assertThat((List<?>) page.evaluate("[...document.querySelectorAll('.inbox-filter .inbox-choice-name')]"
                        + ".filter(one => one.scrollWidth > one.clientWidth).map(one => one.textContent)"))
                .isEmpty();
    }
}
