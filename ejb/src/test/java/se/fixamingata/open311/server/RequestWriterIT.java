package se.fixamingata.open311.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.fixamingata.DatabaseTest;
import se.fixamingata.category.Categories;
import se.fixamingata.extraquestion.Question;
import se.fixamingata.municipality.Authorities;
import se.fixamingata.open311.server.ServiceRequest.Confidential;
import se.fixamingata.photo.PhotoLinks;
import se.fixamingata.report.ReportRow;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.settings.ServerKeys;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.shared.Language;

class RequestWriterIT extends DatabaseTest {

    private static final String PHOTO = "abcdefghijklmnopqrstuv";
    private static final Reader EXTENDED = new Reader("1763", true, Language.SV);

    private PhotoLinks links;
    private RequestWriter writer;

    @BeforeEach
    void setUp() {
        ReportRow.addMunicipalities(em);
        links = new PhotoLinks(new ServerKeys(em), clock);
        writer = new RequestWriter(
                new Categories(em), new Authorities(em), new ServiceSettings("https://fmg.test/", "", false), links);
    }

    /** Rule 6.1.11. */
    @Test
    void closedIsNotFixedSoTheNotesSayWhichForThoseWhoTakeOnlyTheTwo() {
        assertThat(json(request(ReportStatus.NO_ACTION, "Vi väntar"), Reader.ANYBODY))
                .contains("\"status\":\"closed\",\"status_notes\":\"Ingen åtgärd: Vi väntar\"");
        assertThat(json(request(ReportStatus.FIXED, null), Reader.ANYBODY))
                .contains("\"status\":\"closed\",\"status_notes\":\"Åtgärdad\"");
        assertThat(json(request(ReportStatus.FORWARDED, null), Reader.ANYBODY))
                .contains("\"status\":\"open\",\"status_notes\":\"Vidarebefordrad\"");
        assertThat(json(request(ReportStatus.REPORTED, null), Reader.ANYBODY))
                .contains("\"status\":\"open\",\"status_notes\":\"\"");
        assertThat(json(request(ReportStatus.FIXED, "x"), new Reader(null, false, Language.EN)))
                .contains("\"status_notes\":\"Fixed: x\"", "\"service_name\":\"Street lighting\"");
    }

    /** Rule 6.1.11. */
    @Test
    void whoTakesExtendedStatusesGetsTheOneThatItIs() {
        Map<ReportStatus, String> words = Map.of(
                ReportStatus.REPORTED, "OPEN",
                ReportStatus.INVESTIGATING, "INVESTIGATING",
                ReportStatus.PLANNED, "PLANNED",
                ReportStatus.IN_PROGRESS, "IN_PROGRESS",
                ReportStatus.FORWARDED, "INTERNAL_REFERRAL",
                ReportStatus.FIXED, "FIXED",
                ReportStatus.NO_ACTION, "NO_FURTHER_ACTION",
                ReportStatus.NOT_RESPONSIBLE, "NOT_COUNCILS_RESPONSIBILITY",
                ReportStatus.DUPLICATE, "DUPLICATE");
        words.forEach((status, word) -> assertThat(json(request(status, "y"), EXTENDED))
                .contains("\"status\":\"" + word + "\",\"status_notes\":\"y\""));
    }

    @Test
    void thePersonAndTheAnswersStandOnlyWhereTheyWereRead() {
        ServiceRequest own = confidential(
                request(ReportStatus.REPORTED, null),
                new Confidential(
                        true, "Eva Ek", null, "070", Map.of("pole", "17", "9 åå", "x", "9", "y", "xmlish", "z")));
        assertThat(json(own, EXTENDED))
                .contains(
                        "\"non_public\":true,\"contact_name\":\"Eva Ek\",\"contact_email\":\"\",\"contact_phone\":\"070\"")
                .contains(
                        "\"pole\":\"17\"",
                        "\"" + Question.key("9 åå") + "\":\"x\"",
                        "\"_9\":\"y\"",
                        "\"_xmlish\":\"z\"");
        assertThat(json(request(ReportStatus.REPORTED, null), EXTENDED))
                .doesNotContain("contact_", "non_public", "extras");
    }

    /** Rule 6.1.10. */
    @Test
    void thePhotoOfAPrivateReportIsSealedForItsAuthority() {
        assertThat(json(request(ReportStatus.REPORTED, null), Reader.ANYBODY))
                .contains("\"media_url\":\"https://fmg.test/bild/" + PHOTO + "/full\"");
        ServiceRequest shown =
                confidential(request(ReportStatus.REPORTED, null), new Confidential(false, null, null, null, Map.of()));
        assertThat(json(shown, EXTENDED)).contains("/bild/" + PHOTO + "/full\"");
        ServiceRequest sealed =
                confidential(request(ReportStatus.REPORTED, null), new Confidential(true, null, null, null, Map.of()));
        assertThat(json(sealed, EXTENDED)).contains("/bild/" + PHOTO + "/full?" + links.proof(PHOTO, "1763") + "\"");
    }

    @Test
    void theDayByWhichItIsDoneIsItsLastSecondAndOnlyWhileItIsOpen() {
        assertThat(json(request(ReportStatus.PLANNED, null), Reader.ANYBODY))
                .contains("\"expected_datetime\":\"2026-12-01T22:59:59Z\"");
        assertThat(json(request(ReportStatus.FIXED, null), Reader.ANYBODY)).doesNotContain("expected_datetime");
    }

    /** Section 1, length. */
    @Test
    void theTitleStandsFirstUnlessBothAreTooLong() {
        ServiceRequest request = request(ReportStatus.REPORTED, null);
        assertThat(RequestWriter.description(request)).isEqualTo("Lampan\n\nÄr mörk");
        assertThat(RequestWriter.description(named("Lampan", "x".repeat(3_993))))
                .hasSize(3_993);
    }

    @Test
    void whatWasPostedWithoutATitleComesBackAsItWas() {
        String words = "Lampan vid bron blinkar. Den har gjort det hela veckan.";
        assertThat(RequestWriter.description(named("Lampan vid bron blinkar", words)))
                .isEqualTo(words);
        assertThat(RequestWriter.description(named("Lampan vid bron…", words))).isEqualTo(words);
        assertThat(RequestWriter.description(named("Lampan vid skolan", words)))
                .isEqualTo("Lampan vid skolan\n\n" + words);
    }

    private static ServiceRequest named(String title, String description) {
        return new ServiceRequest(
                1,
                ReportStatus.REPORTED,
                null,
                "lighting",
                "1763",
                title,
                description,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                null,
                59,
                13,
                null,
                null);
    }

    /** Rule 6.1.16: five digits without the blank, and none that were only guessed. */
    @ParameterizedTest
    @CsvSource({
        "'Storgatan 5, 653 40 Karlstad', 65340",
        "'Storgatan 5, 65340 Karlstad', 65340",
        "'Storgatan 5, Karlstad, SE-653 40', 65340",
        "'653 40 Karlstad', 65340",
        "'Storgatan 5, Karlstad', ",
        "'Vägen 653 40, Karlstad', ",
        "'Box 12, 12345678 Ort', ",
        "'nära Forshaga', ",
        ", "
    })
    void aZipcodeStandsWhereTheAddressSaysIt(String address, String zipcode) {
        assertThat(RequestWriter.zipcode(address)).isEqualTo(zipcode);
    }

    private String json(ServiceRequest request, Reader reader) {
        return new String(
                AnswerWriter.bytes(AnswerFormat.JSON, out -> writer.write(out, List.of(request), reader)),
                StandardCharsets.UTF_8);
    }

    private static ServiceRequest request(ReportStatus status, String words) {
        Instant then = Instant.parse("2026-11-01T12:00:00Z");
        return new ServiceRequest(
                1,
                status,
                words,
                "lighting",
                "1763",
                "Lampan",
                "Är mörk",
                then,
                then,
                LocalDate.of(2026, 12, 1),
                null,
                59.5,
                13.4,
                PHOTO,
                null);
    }

    private static ServiceRequest confidential(ServiceRequest of, Confidential confidential) {
        return new ServiceRequest(
                of.id(),
                of.status(),
                of.words(),
                of.categoryCode(),
                of.authorityCode(),
                of.title(),
                of.description(),
                of.requested(),
                of.updated(),
                of.expectedOn(),
                of.address(),
                of.lat(),
                of.lon(),
                of.photo(),
                confidential);
    }
}
