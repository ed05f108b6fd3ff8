package se.fixamingata.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.extraquestion.GivenAnswer;
import se.fixamingata.extraquestion.ReportAnswers;
import se.fixamingata.integration.ChannelKind;
import se.fixamingata.mail.MailConnection;
import se.fixamingata.mail.MailParts;
import se.fixamingata.mail.PlacePicture;
import se.fixamingata.photo.PhotoOwner;
import se.fixamingata.photo.PreparedPhoto;
import se.fixamingata.report.Report;
import se.fixamingata.report.Visibility;
import se.fixamingata.secretlink.AnswerLinks;
import se.fixamingata.secretlink.SecretLink;
import se.fixamingata.sending.AttemptOutcome;
import se.fixamingata.sending.SendingScene;
import se.fixamingata.shared.Language;

/** The letter to an authority (R21), as its mail server gets it. */
class WorkOrderIT extends DatabaseTest {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    private SendingScene scene;
    private Optional<String> replyTo = Optional.empty();
    private String answerUrl = "https://fixamingata.test/svar/" + "s".repeat(43);

    @BeforeEach
    void scene() {
        dataSource();
        server.start();
        scene = new SendingScene(clock, server.getSmtp().getPort());
        scene.authorities();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private MailParts sent(Report report, boolean resent, PlacePicture picture) {
        DeliveryTask task = scene.transactions.call(() -> new DeliveryTask(
                77,
                ChannelKind.MAIL,
                "belysning@forshaga.test",
                "<stable@fixamingata.test>",
                resent,
                answerUrl,
                replyTo,
                Optional.empty(),
                Optional.empty(),
                true,
                scene.reading.find(report.id(), "1763").orElseThrow()));
        WorkOrder workOrder = new WorkOrder(scene.templates, scene.photos, picture, scene.smtp, clock);
        try (MailConnection connection = scene.mailer.connection()) {
            assertThat(connection.send(workOrder.write(task), () -> {}).outcome())
                    .isEqualTo(AttemptOutcome.ACCEPTED);
        }
        return MailParts.of(server.getReceivedMessages()[0]);
    }

    private void photo(Report report, int bytes) {
        byte[] full = new byte[bytes];
        Arrays.fill(full, (byte) 'x');
        scene.transactions.run(() -> scene.photos
                .add(
                        new PhotoOwner.Report(report.id()),
                        "IMG_1.jpg",
                        new PreparedPhoto(full, 2048, 1536, new byte[] {1, 2, 3}, 400, 300))
                .orElseThrow());
    }

    @Test
    @DisplayName("Everything that R21 names, in text, HTML and JSON alike")
    void complete() {
        Report report = scene.confirmed("1763", "lighting", "Trasig lampa", Language.EN);
        photo(report, 1000);
        MailParts mail = sent(report, false, scene.placePicture);

        assertThat(mail.subject()).isEqualTo("Ny rapport: Trasig lampa [#" + report.id() + "]");
        assertThat(mail.header("Message-ID")).containsExactly("<stable@fixamingata.test>");
        assertThat(mail.header("Reply-To")).containsExactly("kontakt@fixamingata.test");
        assertThat(mail.header("From")).containsExactly("FixaMinGata <noreply@fixamingata.test>");
        assertThat(mail.header("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.header("Content-Language")).containsExactly("sv");
        assertThat(mail.header("Date")).hasSize(1);
        assertThat(mail.structure())
                .isEqualTo("multipart/mixed(multipart/alternative(text/plain, multipart/related(text/html, image/png,"
                        + " image/jpeg)), image/jpeg, application/json)");
        for (String said : new String[] {mail.text(), mail.html()}) {
            assertThat(said)
                    .contains("Gatubelysning")
                    .contains("Storgatan 12, Forshaga")
                    .contains("59.531200, 13.478900")
                    .contains("6600188, 413964")
                    .contains("Åsa Öberg")
                    .contains("asa@resident.test")
                    .contains("070-123 45 67")
                    .contains("https://fixamingata.test/rapport/" + report.id())
                    .contains("/full")
                    .contains("Hela kvarteret är mörkt.")
                    .contains("23 november 2026 kl. 09:00")
                    .doesNotContain("en gång tidigare");
        }
        assertThat(mail.attachments())
                .containsOnlyKeys("rapport-" + report.id() + "-bild-1.jpg", "fixamingata-rapport.json");
        assertThat(mail.inline()).containsOnlyKeys("<karta@fixamingata>", "<bild1@fixamingata>");
        assertThat(mail.inline().get("<karta@fixamingata>")).isEqualTo(SendingScene.PICTURE);
    }

    @Test
    @DisplayName("What the authority has asked besides, and what was answered, in text, HTML and JSON alike (P3)")
    void answers() {
        Report report = scene.confirmed("1763", "lighting", "Trasig lampa", Language.SV);
        scene.transactions.run(() -> new ReportAnswers(scene.em)
                .keep(
                        report.id(),
                        List.of(
                                new GivenAnswer("surface", "Vad är det målat på?", "wall\nsign", "Vägg, Skylt"),
                                new GivenAnswer("more", "Berätta <mer>", "Först\nsedan", "Först\nsedan"))));
        MailParts mail = sent(report, false, scene.placePicture);

        assertThat(mail.text())
                .contains(
                        "Svar på frågor:\r\nVad är det målat på?\r\n  Vägg, Skylt\r\nBerätta <mer>\r\n  Först\r\n  sedan\r\n\r\nKategori:");
        assertThat(mail.html())
                .contains("Vad är det målat på?", "Vägg, Skylt", "Berätta &lt;mer&gt;")
                .doesNotContain("<mer>");
        assertThat(json(mail).getJsonArray("answers").toString())
                .isEqualTo("[{\"code\":\"surface\",\"question\":\"Vad är det målat på?\",\"value\":\"wall\\nsign\","
                        + "\"shown\":\"Vägg, Skylt\"},{\"code\":\"more\",\"question\":\"Berätta <mer>\","
                        + "\"value\":\"Först\\nsedan\",\"shown\":\"Först\\nsedan\"}]");
    }

    @Test
    @DisplayName("Its main button answers")
    void answering() {
        Report report = scene.confirmed("1763", "lighting", "Trasig lampa", Language.SV);
        MailParts mail = sent(report, false, scene.placePicture);
        assertThat(mail.text()).contains("Svara på rapporten:").contains(answerUrl);
        assertThat(mail.html()).contains("<a href=\"" + answerUrl + "\"").contains("Svara på rapporten</a>");
    }

    @Test
    @DisplayName(
            "Where mail is read, a reply to it leads back to the report, and so does a mail server that cannot deliver it")
    void answeredByMail() throws Exception {
        Report report = scene.confirmed("1763", "lighting", "Trasig lampa", Language.SV);
        AnswerLinks links = scene.answeredByMail();
        replyTo = scene.transactions.call(() -> links.replyAddress(report.id(), "1763", 77L));
        MailParts mail = sent(report, false, scene.placePicture);

        String address = replyTo.orElseThrow();
        assertThat(address).matches("svar\\+[a-z2-7]{52}@svar\\.fixamingata\\.test");
        assertThat(mail.header("Reply-To")).containsExactly(address);
        assertThat(server.getReceivedMessages()[0].getHeader("Return-Path")).containsExactly("<" + address + ">");
        assertThat(mail.header("X-Loop")).containsExactly("noreply@fixamingata.test");
        assertThat(mail.text())
                .startsWith("-- Skriv svaret ovanför den här raden --")
                .contains("”Status: Åtgärdad”")
                .doesNotContain("går till kontakt@");
        assertThat(mail.html())
                .contains("-- Skriv svaret ovanför den här raden --")
                .contains("Status: Åtgärdad");

        SecretLink link = links.byReplyAddress(address.toUpperCase(Locale.ROOT)).orElseThrow();
        assertThat(link.reportId()).isEqualTo(report.id());
        assertThat(link.subjectId()).isEqualTo(77);
        assertThat(link.authorityCode()).isEqualTo("1763");
    }

    @Test
    @DisplayName("Without a link to answer with, its main button opens the page")
    void notAnswering() {
        Report report = scene.confirmed("1763", "lighting", "Trasig lampa", Language.SV);
        answerUrl = "";
        MailParts bare = sent(report, false, scene.placePicture);
        assertThat(bare.text()).doesNotContain("/svar/").doesNotContain("Svara på rapporten");
        assertThat(bare.html()).doesNotContain("/svar/").contains("Öppna rapporten</a>");
        assertThat(json(bare).getJsonObject("report").isNull("answerUrl")).isTrue();
    }

    @Test
    @DisplayName(
            "Photos of what is not public are linked with the letter's own proof, and the public page is not named")
    void privateReport() {
        Report report = scene.confirmed("1763", "lighting", "Trasig lampa", Language.SV);
        scene.transactions.run(
                () -> scene.em.find(Report.class, report.id()).show(Visibility.PRIVATE, clock.instant()));
        photo(report, 1000);
        MailParts mail = sent(report, false, scene.placePicture);
        assertThat(mail.text()).contains("/full?nyckel=sss").doesNotContain("/rapport/" + report.id());
        assertThat(mail.html()).contains("/full?nyckel&#x3D;sss").doesNotContain("/rapport/" + report.id());
    }

    @Test
    @DisplayName("Somebody who gave no name and no address, or is forgotten, leaves a whole letter")
    void nobody() {
        Report report = scene.confirmed("1763", "lighting", "Trasig lampa", Language.SV);
        scene.transactions.run(() -> scene.em.find(Report.class, report.id()).forgetReporter());
        MailParts mail = sent(report, false, scene.placePicture);
        assertThat(mail.text()).doesNotContain("Rapportör").doesNotContain("null");
        assertThat(mail.html()).contains("Inget namn").doesNotContain("mailto:").doesNotContain("null");
        assertThat(json(mail).getJsonObject("reporter").isNull("email")).isTrue();
    }

    @Test
    @DisplayName("The JSON has exactly the fields of version 1")
    void json() {
        Report report = scene.confirmed("1763", "lighting", "Trasig \"lampa\"", Language.EN);
        photo(report, 1000);
        MailParts mail = sent(report, false, scene.placePicture);
        JsonObject json = json(mail);

        assertThat(json.keySet())
                .containsExactly(
                        "format",
                        "version",
                        "deliveryId",
                        "messageId",
                        "report",
                        "place",
                        "authority",
                        "reporter",
                        "photos",
                        "answers");
        assertThat(json.getJsonArray("answers")).isEmpty();
        assertThat(json.getString("format")).isEqualTo("fixamingata-rapport");
        assertThat(json.getInt("version")).isEqualTo(1);
        assertThat(json.getInt("deliveryId")).isEqualTo(77);
        assertThat(json.getString("messageId")).isEqualTo("<stable@fixamingata.test>");
        JsonObject told = json.getJsonObject("report");
        assertThat(told.keySet())
                .containsExactly(
                        "id",
                        "url",
                        "title",
                        "description",
                        "status",
                        "category",
                        "submitted",
                        "confirmed",
                        "language",
                        "answerUrl");
        assertThat(told.getString("answerUrl")).isEqualTo(answerUrl);
        assertThat(told.getString("title")).isEqualTo("Trasig \"lampa\"");
        assertThat(told.getString("status")).isEqualTo("reported");
        assertThat(told.getString("language")).isEqualTo("en");
        assertThat(told.getString("confirmed")).isEqualTo("2026-11-23T08:00:00Z");
        assertThat(told.getJsonObject("category").toString())
                .isEqualTo("{\"code\":\"lighting\",\"name\":\"Gatubelysning\",\"group\":\"lighting\"}");
        JsonObject place = json.getJsonObject("place");
        assertThat(place.keySet()).containsExactly("lat", "lon", "sweref99tm", "address", "municipality", "mapUrl");
        assertThat(place.getJsonObject("sweref99tm").toString()).isEqualTo("{\"north\":6600188,\"east\":413964}");
        assertThat(json.getJsonObject("reporter").toString())
                .isEqualTo("{\"name\":\"Åsa Öberg\",\"email\":\"asa@resident.test\",\"phone\":\"070-123 45 67\","
                        + "\"nameIsPublic\":false}");
        JsonObject photo = json.getJsonArray("photos").getJsonObject(0);
        assertThat(photo.keySet()).containsExactly("url", "width", "height", "attachment");
        assertThat(mail.attachments()).containsKey(photo.getString("attachment"));
    }

    private static JsonObject json(MailParts mail) {
        byte[] bytes = mail.attachments().get("fixamingata-rapport.json");
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(bytes))) {
            return reader.readObject();
        }
    }

    @Test
    @DisplayName(
            "Photos are attached up to 10 MB in all; every one is linked, and the letter says that some did not fit")
    void tooManyBytes() {
        Report report = scene.confirmed("1763", "lighting", "Trasig lampa", Language.SV);
        photo(report, 6_000_000);
        photo(report, 5_000_000);
        photo(report, 4_000_000);
        MailParts mail = sent(report, false, scene.placePicture);

        assertThat(mail.attachments().keySet())
                .containsExactly(
                        "rapport-" + report.id() + "-bild-1.jpg",
                        "rapport-" + report.id() + "-bild-3.jpg",
                        "fixamingata-rapport.json");
        assertThat(mail.text()).contains("fick inte plats");
        assertThat(mail.text().split("/full", -1)).hasSize(4);
        assertThat(json(mail).getJsonArray("photos")).hasSize(3);
        assertThat(json(mail).getJsonArray("photos").getJsonObject(1).isNull("attachment"))
                .isTrue();
    }

    @Test
    @DisplayName("A title can neither add a header nor hide in the subject, whatever is in it")
    void hostileTitle() {
        Report report = scene.confirmed(
                "1763",
                "lighting",
                "Hål\r\nBcc: offer@example.test\r\n\r\n<script>alert(1)</script>\u0000\u202Eegat 🕳️",
                Language.SV);
        MailParts mail = sent(report, true, scene.placePicture);

        assertThat(mail.subject())
                .isEqualTo("Ny rapport: Hål Bcc: offer@example.test <script>alert(1)</script> egat 🕳️ [#" + report.id()
                        + "]");
        assertThat(mail.header("Bcc")).isEmpty();
        assertThat(mail.headers()).doesNotHaveDuplicates();
        assertThat(mail.html()).doesNotContain("<script").contains("&lt;script&gt;");
        assertThat(mail.text()).contains("en gång tidigare");
        assertThat(mail.html()).contains("en gång tidigare");
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    @DisplayName("Without photos and without a map it is still a whole letter")
    void bare() {
        Report report = scene.confirmed("1763", "lighting", "Trasig lampa", Language.SV);
        MailParts mail = sent(report, false, new PlacePicture(place -> {
            throw new IllegalStateException("No fonts");
        }));

        assertThat(mail.structure())
                .isEqualTo("multipart/mixed(multipart/alternative(text/plain, text/html), application/json)");
        assertThat(mail.text()).doesNotContain("Bilder i full storlek");
    }
}
