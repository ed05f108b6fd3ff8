package se.fixamingata.it.handling;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.it.Accessibility;
import se.fixamingata.it.BrowserTest;
import se.fixamingata.it.MailBox;
import se.fixamingata.it.PageWatch;
import se.fixamingata.it.Pictures;
import se.fixamingata.it.Resident;
import se.fixamingata.it.Staff;

/** A caseworker answers: with a template, with a colleague who is faster, with a session that ends in the middle. */
class CaseworkerStoryIT extends BrowserTest {

    private static final String LONG_TEXT = "Vi har varit ute och mätt, och det behövs en ny kabel på hela sträckan.";

    private final Resident reporter = new Resident();
    private final Staff hanna = Staff.caseworker("1763");
    private long report;

    @BeforeEach
    void report() {
        report = reporter.reportConfirmed("Lyktan vid bron");
    }

    private Page desk(Screen screen, boolean scripts) {
        Page page = page(screen, "sv-SE", ColorScheme.LIGHT, scripts);
        hanna.signIn(page, Cases.path(report));
        return page;
    }

    private static String template(String text) {
        Resident adam = Staff.administrator("1763").signedIn();
        String name = "Berättelsens mall " + UUID.randomUUID();
        adam.get("/handlaggning/svarsmallar/ny");
        adam.post(
                "/handlaggning/svarsmallar/ny",
                Map.of("action", "save", "name", name, "status", "planned", "category", "", "text", text));
        return name;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void answersWithATemplateAndTheReporterGetsTheVeryMail() {
        String template = template("Hej {namn}!\n\nVi lagar {titel} och är klara {klart}.");
        Page page = desk(Screen.DESK, true);
        PageWatch watch = PageWatch.of(page);

        page.locator("body").press("a");
        assertThat(page.locator("#answer-text")).isFocused();
        page.getByLabel("Svarsmall").selectOption(template);
        assertThat(page.locator("#answer-text")).hasValue("Hej!\n\nVi lagar Lyktan vid bron och är klara {klart}.");
        assertThat(page.locator("#answer-status")).hasValue("planned");
        assertThat(page.locator("#answer-fields .notice")).containsText("klart");
        button(page, "Skicka svaret").click();
        assertThat(page.locator("#problems")).isFocused();
        // Before the mail is shown: its frame runs no scripts, not even the inspector's.
        Accessibility.check(page);
        page.locator("#answer-text").fill("Hej!\n\nVi lagar lyktan i maj <3.");
        page.locator("#answer-preview-box > summary").click();
        FrameLocator mail = page.frameLocator(".letter-frame");
        assertThat(mail.locator("body")).containsText("Vi lagar lyktan i maj <3.");
        page.locator(".answer-files > summary").click();
        page.locator("#answer-photos")
                .setInputFiles(new FilePayload("plan.jpg", "image/jpeg", Pictures.streetLamp(800, 600)));
        page.locator("#answer-documents")
                .setInputFiles(new FilePayload(
                        "plan.pdf", "application/pdf", "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII)));
        button(page, "Skicka svaret").click();

        assertThat(page.locator("#done")).containsText("Svaret är skickat.");
        assertThat(page.locator(".case-line").first()).containsText("Rapporterad → Planerad");
        assertThat(page.locator(".case-line").first()).containsText("Vi lagar lyktan i maj <3.");
        assertThat(page.locator(".case-line").first().locator("img")).hasCount(1);
        assertThat(page.locator(".case-line").first()).containsText("plan.pdf");
        assertThat(MailBox.await(reporter.email, 3).stream().map(MailBox::text))
                .anySatisfy(text -> assertThat(text).contains("Vi lagar lyktan i maj <3."));
        watch.heardNothing();
    }

    @Test
    void theSecondOfTwoIsToldWhatTheFirstDidAndSendsAgain() {
        Page page = desk(Screen.DESK, true);
        page.locator("#answer-text").fill("Vi tittar i morgon.");
        Resident colleague = Staff.caseworker("1763").signedIn();
        Map<String, String> answer = Cases.form(colleague, report, "answer");
        answer.put("status", "investigating");
        answer.put("text", "Elektrikern är på väg.");
        colleague.post(Cases.path(report), answer);

        button(page, "Skicka svaret").click();

        assertThat(page.locator("#conflict")).isFocused();
        assertThat(page.locator("#conflict")).containsText("Elektrikern är på väg.");
        assertThat(page.locator("#answer-text")).hasValue("Vi tittar i morgon.");
        button(page, "Skicka svaret").click();
        assertThat(page.locator("#done")).isVisible();
        assertThat(page.locator(".case-line").first()).containsText("Vi tittar i morgon.");
    }

    @Test
    void aSessionThatEndsInTheMiddleOfALongAnswerLosesNothing() throws SQLException {
        Page page = desk(Screen.DESK, true);
        page.locator("#answer-text").fill(LONG_TEXT);
        try (Connection database = database();
                PreparedStatement end = database.prepareStatement("delete from account_session where account_id = ?")) {
            end.setLong(1, hanna.accountId);
            end.executeUpdate();
        }

        button(page, "Skicka svaret").click();

        assertThat(page.locator("main")).containsText(LONG_TEXT);
        Page door = page.context().newPage();
        hanna.signIn(door, Cases.path(report));
        door.close();
        page.locator("main form button[type=submit]").click();
        assertThat(page.locator("#done")).containsText("Svaret är skickat.");
        assertThat(page.locator(".case-line").first()).containsText(LONG_TEXT);
    }

    @Test
    void aCrashLosesNothing() {
        Page page = desk(Screen.DESK, true);
        page.locator("#answer-text").fill(LONG_TEXT);
        page.navigate(Cases.path(report));

        assertThat(page.locator("#answer-text")).hasValue(LONG_TEXT);
        assertThat(page.locator("#answer-found")).isVisible();
        page.locator("#answer-found button").click();
        assertThat(page.locator("#answer-text")).hasValue("");
        page.reload();
        assertThat(page.locator("#answer-found")).isHidden();
    }

    @Test
    void everythingWorksWithoutScripts() {
        String template = template("Tack, vi kommer.");
        Page page = desk(Screen.DESK, false);
        page.getByLabel("Svarsmall").selectOption(template);
        button(page, "Lägg in mallen").click();
        assertThat(page.locator("#answer-text")).hasValue("Tack, vi kommer.");
        page.locator("#answer-preview-box > summary").click();
        button(page, "Visa mejlet").click();
        assertThat(page.locator(".letter-frame")).isVisible();
        button(page, "Skicka svaret").click();
        assertThat(page.locator("#done")).containsText("Svaret är skickat.");
    }

    @Test
    void onAPhoneTheAnswerIsOneTapAwayAndTheCaseIsTaken() {
        Page page = desk(Screen.PHONE, true);
        assertThat(page.locator("#answer-text")).not().isInViewport();
        page.locator(".case-jump").click();
        assertThat(page.locator("#answer-heading")).isInViewport();
        page.locator(".chip > summary").first().click();
        button(page, "Ta själv").click();
        assertThat(page.locator("#done")).containsText("Ärendet är ditt.");
        assertThat(page.locator(".chip").first()).containsText(hanna.name);
    }

    @Test
    void aPlaceIsMovedOnTheMap() {
        Page page = desk(Screen.DESK, true);
        String before = page.locator("#move-lat").inputValue();
        page.locator("#move > summary").click();
        assertThat(page.locator("#map .leaflet-marker-draggable")).isVisible();
        page.locator("#map").click(new Locator.ClickOptions().setPosition(120, 60));
        assertThat(page.locator("#move-lat")).not().hasValue(before);
        button(page, "Flytta hit").click();
        assertThat(page.locator("#done")).containsText("Platsen är flyttad.");
    }
}
