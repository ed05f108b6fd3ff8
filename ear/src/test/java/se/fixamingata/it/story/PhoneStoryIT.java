package se.fixamingata.it.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import jakarta.json.JsonObject;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import se.fixamingata.it.BrowserTest;
import se.fixamingata.it.MailBox;
import se.fixamingata.it.PageWatch;
import se.fixamingata.it.Pictures;
import se.fixamingata.it.Resident;

/** The main job: somebody with a phone in the dark, and the municipality has it. */
class PhoneStoryIT extends BrowserTest {

    private static final String TITLE = "Släckt gatlykta vid busshållplatsen";

    @Test
    void aResidentReportsABrokenStreetLampAndTheMunicipalityHasIt() throws Exception {
        somebodyHasReportedThereBefore();
        Resident resident = new Resident();
        Page page = page(Screen.PHONE);
        PageWatch watch = PageWatch.of(page);

        page.navigate("/");
        page.getByLabel("Skriv postnummer, adress eller ort").fill("653 40");
        page.getByRole(AriaRole.BUTTON, named("Visa på karta")).click();
        assertThat(page).hasURL(Pattern.compile(".*/karta\\?.*lat=59\\.3793.*"));
        assertThat(page.locator(".browse-remark")).containsText("mitt i Karlstad");
        assertThat(page.locator(".pin").or(page.locator(".cluster")).first()).isVisible();
        assertThat(page.locator("#lista-innehall .report-card").first()).containsText("Gatubelysning");

        page.locator("#har").click();
        assertThat(page.locator("#place-address")).containsText("Karlstad");
        assertThat(page.locator("html.with-script")).isAttached();
        page.getByLabel("Gatubelysning").check();
        assertThat(page.locator("#nearby")).containsText("Är felet redan rapporterat?");
        page.getByLabel("Mitt fel är inte något av dessa").check();
        next(page, "category");
        page.getByLabel("Rubrik").fill(TITLE);
        page.getByLabel("Beskrivning").fill("Lyktan lyser inte sedan i måndags.\nStolpen är märkt 4711.");
        next(page, "fault");
        page.getByLabel("Lägg till bilder")
                .setInputFiles(new FilePayload("lykta.jpg", "image/jpeg", Pictures.streetLamp(1_600, 1_200)));
        assertThat(page.locator("[data-photo]")).hasCount(1);
        next(page, "photos");
        page.getByLabel("Namn", new Page.GetByLabelOptions().setExact(true)).fill("Åsa Öberg");
        page.getByLabel("E-postadress").fill(resident.email);
        page.getByLabel("Telefon").fill("070-123 45 67");
        page.getByRole(AriaRole.BUTTON, named("Skicka rapporten")).click();
        assertThat(page.locator(".sent-address")).hasText(resident.email);

        page.navigate(MailBox.link(MailBox.await(resident.email, 1).get(0), "/bekrafta/"));
        assertThat(page.locator(".report-thanks")).containsText("på väg till Karlstads kommun");
        String number = page.locator("[data-report]").first().getAttribute("data-report");

        authorityGets(TITLE, number, resident.email);
        reporterIsTold(resident.email, number);
        page.navigate("/rapport/" + number);
        assertThat(page.locator(".story")).containsText("Skickad till Karlstads kommun");
        assertThat(page.locator(".report-photos img")).hasCount(1);
        assertThat(page.locator("body")).not().containsText("Åsa Öberg");
        watch.heardNothing();
    }

    private static void somebodyHasReportedThereBefore() {
        Resident neighbour = new Resident();
        Map<String, String> fields = neighbour.report("Lampan blinkar vid torget");
        fields.put("lat", "59.3793");
        fields.put("lon", "13.5036");
        neighbour.sendReport(fields);
        neighbour.confirm(neighbour.confirmation(1));
    }

    private static void authorityGets(String title, String number, String reporter) throws Exception {
        // Karlstad has an address of its own for street lighting.
        MimeMessage mail = Letters.toAuthority("belysning@karlstad.example", title);
        assertThat(mail.getSubject()).isEqualTo("Ny rapport: " + title + " [#" + number + "]");
        assertThat(mail.getReplyTo()).hasSize(1);
        assertThat(MailBox.text(mail))
                .contains("Gatubelysning", "Stolpen är märkt 4711.", "Åsa Öberg", "070-123 45 67", reporter)
                .contains(BASE + "/rapport/" + number);
        List<Letters.Leaf> leaves = Letters.leaves(mail);
        assertThat(leaves)
                .extracting(Letters.Leaf::type)
                .contains("text/plain", "text/html", "image/png", "image/jpeg");
        Letters.Leaf photo = leaves.stream()
                .filter(leaf -> ("rapport-" + number + "-bild-1.jpg").equals(leaf.fileName()))
                .findFirst()
                .orElseThrow();
        assertThat(ImageIO.read(new ByteArrayInputStream(photo.bytes())).getWidth())
                .isEqualTo(1_600);

        JsonObject json = Letters.json(mail);
        assertThat(json.getString("format")).isEqualTo("fixamingata-rapport");
        assertThat(json.getJsonObject("report").getInt("id")).hasToString(number);
        assertThat(json.getJsonObject("report").getJsonObject("category").getString("code"))
                .isEqualTo("lighting");
        assertThat(json.getJsonObject("place").getJsonObject("municipality").getString("code"))
                .isEqualTo("1780");
        assertThat(json.getJsonObject("reporter").getString("email")).isEqualTo(reporter);
        assertThat(json.getJsonArray("photos").getJsonObject(0).getString("attachment"))
                .isEqualTo(photo.fileName());
    }

    private static void reporterIsTold(String address, String number) throws Exception {
        List<MimeMessage> mails = MailBox.await(address, 3);
        assertThat(mails.get(1).getSubject())
                .contains("Din rapport är publicerad")
                .contains("[#" + number + "]");
        assertThat(mails.get(2).getSubject()).contains("Karlstads kommun har fått din rapport");
        for (MimeMessage mail : mails) {
            assertThat(MailBox.text(mail))
                    .contains("Du får det här mejlet för att")
                    .contains(address);
        }
    }

    static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static void next(Page page, String step) {
        page.locator("[data-step=" + step + "] .step-next").click();
    }
}
