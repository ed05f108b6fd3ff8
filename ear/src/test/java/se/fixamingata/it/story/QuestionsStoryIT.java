package se.fixamingata.it.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static se.fixamingata.it.story.PhoneStoryIT.named;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.json.JsonObject;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.fixamingata.it.Accessibility;
import se.fixamingata.it.BrowserTest;
import se.fixamingata.it.MailBox;
import se.fixamingata.it.PageWatch;
import se.fixamingata.it.Resident;

/** A municipality asks something besides (P3): answered, judged, told to the municipality and the reporter; a stop sends nothing. */
class QuestionsStoryIT extends BrowserTest {

    /** Motala, where no other test reports drains. */
    private static final String PLACE = "/rapportera?lat=58.5480&lon=15.0500";

    private static final String STOP = "Ring vattenjouren på 08-465 004 10.";

    @BeforeAll
    static void motalaAsks() throws SQLException {
        motalaAsksNoLonger();
        question("leak", "CHOICE", true, 1, "Rinner vattnet ut på vägen?");
        question("cover", "STRING", false, 2, "Vad står på brunnslocket?");
        question("read", "NOTICE", false, 3, "Lyft aldrig på ett brunnslock.");
        change(
                "insert into extra_choice (question_id, code, sort_order, label_sv, stop_sv)"
                        + " select id, 'no', 1, 'Nej', null from extra_question where authority_code = '0583' and code = 'leak'");
        change("insert into extra_choice (question_id, code, sort_order, label_sv, stop_sv)"
                + " select id, 'yes', 2, 'Ja', '" + STOP
                + "' from extra_question where authority_code = '0583' and code = 'leak'");
    }

    @AfterAll
    static void motalaAsksNoLonger() throws SQLException {
        change("delete from extra_question where authority_code = '0583'");
    }

    private static void question(String code, String kind, boolean required, int order, String label)
            throws SQLException {
        change(
                "insert into extra_question (id, authority_code, category_code, code, kind, required, sort_order, label_sv)"
                        + " values (nextval(inner_number), '0583', 'drain', '" + code + "', '" + kind + "', " + required
                        + ", "
                        + order + ", '" + label + "')");
    }

    private static void change(String statement) throws SQLException {
        try (Connection database = database();
                Statement change = database.createStatement()) {
            change.executeUpdate(statement);
        }
    }

    @Test
    void onAPhoneTheQuestionsComeWithTheCategoryAndTheMunicipalityGetsTheAnswers() throws Exception {
        String title = "Brunnen är igensatt " + UUID.randomUUID();
        Resident resident = new Resident();
        Page page = page(Screen.PHONE);
        PageWatch watch = PageWatch.of(page);

        page.navigate(PLACE);
        assertThat(page.locator("html.with-script")).isAttached();
        page.getByLabel("Gatubelysning").check();
        assertThat(page.locator("#questions")).hasCount(0);
        page.getByLabel("Igensatt brunn").check();
        assertThat(page.locator("#questions")).isAttached();
        distinct(page);
        next(page, "category");
        assertThat(page.locator("#questions")).containsText("Lyft aldrig på ett brunnslock.");
        page.getByLabel("Rubrik").fill(title);
        page.getByLabel("Beskrivning").fill("Vattnet står högt efter regnet.");
        next(page, "fault");
        assertThat(page.locator("#extra-leak .field-error")).hasText("Svara på frågan.");

        page.getByLabel("Ja", new Page.GetByLabelOptions().setExact(true)).check();
        Locator stop = page.locator(".question-stop");
        assertThat(stop).isVisible();
        assertThat(stop.getByRole(AriaRole.LINK)).hasAttribute("href", "tel:0846500410");
        Accessibility.check(page);
        keepPicture(page, "fraga-stopp");
        next(page, "fault");
        assertThat(page.locator("[data-step=fault] .step-body")).isVisible();
        page.getByRole(AriaRole.BUTTON, named("Skicka rapporten")).click();
        assertThat(stop).isFocused();

        page.getByLabel("Nej", new Page.GetByLabelOptions().setExact(true)).check();
        assertThat(stop).isHidden();
        page.getByLabel("Vad står på brunnslocket?").fill("MO 17");
        next(page, "fault");
        assertThat(page.locator("[data-step=fault] .step-body")).isHidden();
        page.reload();
        page.locator("[data-step=fault] .step-edit").click();
        assertThat(page.getByLabel("Vad står på brunnslocket?")).hasValue("MO 17");
        assertThat(page.getByLabel("Nej", new Page.GetByLabelOptions().setExact(true)))
                .isChecked();
        next(page, "fault");
        next(page, "photos");
        page.getByLabel("Namn", new Page.GetByLabelOptions().setExact(true)).fill("Åsa Öberg");
        page.getByLabel("E-postadress").fill(resident.email);
        page.getByRole(AriaRole.BUTTON, named("Skicka rapporten")).click();
        assertThat(page.locator(".sent-address")).hasText(resident.email);
        page.navigate(MailBox.link(MailBox.await(resident.email, 1).get(0), "/bekrafta/"));
        assertThat(page.locator("h1")).hasText(title);
        String number = page.locator("[data-report]").first().getAttribute("data-report");

        municipalityGets(title);
        page.navigate("/rapport/" + number);
        assertThat(page.locator("body")).not().containsText("MO 17");
        page.navigate(MailBox.link(MailBox.await(resident.email, 2).get(1), "/rapport/" + number + "/"));
        assertThat(page.locator(".reporter-answers")).containsText("MO 17");
        assertThat(page.locator(".reporter-answers")).containsText("Rinner vattnet ut på vägen?");
        watch.heardNothing();
    }

    private static void municipalityGets(String title) throws Exception {
        MimeMessage mail = Letters.toAuthority("felanmalan@motala.example", title);
        assertThat(MailBox.text(mail))
                .contains("Rinner vattnet ut på vägen?", "Nej", "Vad står på brunnslocket?", "MO 17");
        JsonObject answer = Letters.json(mail).getJsonArray("answers").getJsonObject(0);
        assertThat(answer.getString("code")).isEqualTo("leak");
        assertThat(answer.getString("value")).isEqualTo("no");
        assertThat(answer.getString("shown")).isEqualTo("Nej");
    }

    @Test
    void withoutScriptsTheQuestionsAreFetchedAndAStopIsRefusedByTheServer() {
        Resident resident = new Resident();
        Page page = page(Screen.PHONE, "sv-SE", ColorScheme.LIGHT, false);

        page.navigate(PLACE);
        page.getByLabel("Igensatt brunn").check();
        page.getByRole(AriaRole.BUTTON, named("Spara och hämta frågor om kategorin"))
                .click();
        assertThat(page.locator("#questions")).isVisible();
        page.getByLabel("Ja", new Page.GetByLabelOptions().setExact(true)).check();
        assertThat(page.locator(".question-stop")).isVisible();
        page.getByLabel("Rubrik").fill("Brunnen svämmar över");
        page.getByLabel("Beskrivning").fill("Vattnet rinner ut på vägen.");
        page.getByLabel("Namn", new Page.GetByLabelOptions().setExact(true)).fill("Bo Ek");
        page.getByLabel("E-postadress").fill(resident.email);
        distinct(page);
        page.getByRole(AriaRole.BUTTON, named("Skicka rapporten")).click();
        assertThat(page.locator("#problems")).containsText(STOP);
        keepPicture(page, "fraga-stopp-utan-script");

        page.getByLabel("Nej", new Page.GetByLabelOptions().setExact(true)).check();
        distinct(page);
        page.getByRole(AriaRole.BUTTON, named("Skicka rapporten")).click();
        assertThat(page.locator(".sent-address")).hasText(resident.email);
    }

    @Test
    void whoeverHasNotSeenTheQuestionsSeesThemBeforeAnythingIsSent() {
        Resident resident = new Resident();
        Map<String, String> fields = resident.report("Brunnen är full av löv");
        fields.put("lat", "58.5480");
        fields.put("lon", "15.0500");
        fields.put("category", "drain");

        HttpResponse<String> unseen = resident.sendReport(fields);
        assertThat(unseen.statusCode()).isEqualTo(422);
        assertThat(unseen.body()).contains("Rinner vattnet ut på vägen?", "Brunnen är full av löv");

        Map<String, String> stopped = new LinkedHashMap<>(fields);
        // One field of that name for each question; the other two are read from the draft of the page before.
        stopped.put("asked", "leak");
        stopped.put("extra-leak", "yes");
        HttpResponse<String> refused = resident.sendReport(stopped);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains(STOP);
        assertThat(stored("select count(*) from report where reporter_email = ?", resident.email))
                .contains("0");
    }

    private static void distinct(Page page) {
        Locator distinct = page.getByLabel("Mitt fel är inte något av dessa");
        if (distinct.count() > 0) {
            distinct.check();
        }
    }

    private static void next(Page page, String step) {
        page.locator("[data-step=" + step + "] .step-next").click();
    }
}
