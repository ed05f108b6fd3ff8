package se.fixamingata.incomingmail;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixamingata.DatabaseTest;
import se.fixamingata.incomingmail.reading.Fixtures;
import se.fixamingata.mail.SmtpSettings;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.secretlink.Purpose;

/** What becomes of a mail, from its bytes to the report's page. */
class IncomingMailIT extends DatabaseTest {

    private static final String ANNA = "anna@forshaga.test";

    private MailScene scene;

    @BeforeEach
    void start() {
        scene = new MailScene(em, clock);
        clock.advance(Duration.ofHours(2));
    }

    private void is(IncomingMail mail, MailState state, String reason) {
        assertThat(mail.state()).isEqualTo(state);
        assertThat(mail.reason()).isEqualTo(reason);
    }

    @Test
    @DisplayName("A trusted authority's reply stands on the page, with the status that it gives")
    void published() {
        scene.trusting();
        IncomingMail mail = scene.fixture("outlook-sv", ANNA);

        is(mail, MailState.PUBLISHED, null);
        assertThat(mail.sender()).isEqualTo(ANNA);
        assertThat(mail.reportId()).isEqualTo(scene.report.id());
        assertThat(mail.deliveryId()).isEqualTo(scene.delivery);
        assertThat(scene.texts()).containsExactly("Hej!\n\nVi har beställt en ny armatur. Den monteras i veckan.");
        assertThat(scene.status()).isEqualTo("PLANNED");
        assertThat(scene.handling.list(
                        "select concat_ws('|', actor_name, actor) from history_entry order by id desc limit 1"))
                .containsExactly("Forshaga kommun|AUTHORITY");
    }

    @Test
    @DisplayName("An authority that has not said that it trusts its mail approves it; nothing is published")
    void approval() {
        IncomingMail mail = scene.fixture("outlook-sv", ANNA);

        is(mail, MailState.WAITING, "approval");
        assertThat(mail.text()).startsWith("Hej!");
        assertThat(mail.status()).isEqualTo(ReportStatus.PLANNED);
        assertThat(scene.texts()).isEmpty();
        assertThat(scene.status()).isEqualTo("REPORTED");
    }

    @Test
    @DisplayName("The same bytes twice are one mail; the same letter over two ways is said once")
    void twice() {
        scene.trusting();
        byte[] raw = MailScene.vouched(Fixtures.raw("gmail-sv", scene.address, ANNA, MailScene.LETTER));
        scene.receive(raw);
        assertThat(scene.mails.keep(raw, false)).isFalse();
        IncomingMail again = scene.receive(("Received: by another way\r\n" + new String(raw, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8));

        is(again, MailState.HANDLED, "twice");
        assertThat(scene.texts()).hasSize(1);
    }

    @Test
    @DisplayName("Somebody else with the address, a forged sender, nobody: somebody decides")
    void strangers() {
        scene.trusting();
        is(scene.fixture("gmail-sv", "anna@example.org"), MailState.WAITING, "stranger");
        is(
                scene.unvouched(
                        "Authentication-Results: " + MailScene.MX + "; spf=pass; dmarc=fail (p=none)",
                        "From: " + ANNA,
                        "To: " + scene.address,
                        "",
                        "Klart."),
                MailState.WAITING,
                "forged");
        is(scene.text("To: " + scene.address, "", "Klart."), MailState.WAITING, "stranger");
        is(
                scene.text("From: " + ANNA + ", x@y.se", "To: " + scene.address, "", "Klart."),
                MailState.WAITING,
                "stranger");
        assertThat(scene.texts()).isEmpty();
        is(
                scene.text("From: Anna <" + MailScene.GATA.toUpperCase() + ">", "To: " + scene.address, "", "Klart."),
                MailState.PUBLISHED,
                null);
    }

    @Test
    @DisplayName("A neighbour's caseworker who answers a report of this authority is a stranger")
    void neighbours() {
        scene.trusting();
        scene.handling.sql("update authority set email = 'kontakt@karlstad.test' where code = '1780'");
        is(scene.fixture("outlook-sv", "kontakt@karlstad.test"), MailState.WAITING, "stranger");
        assertThat(scene.last().authorityCode()).isEqualTo("1763");
        assertThat(scene.status()).isEqualTo("REPORTED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Nothing: said",
                "Authentication-Results: evil; dmarc=pass",
                "Authentication-Results: mx.fixamingata.test; spf=pass smtp.mailfrom=dmarc=pass@evil.test",
                "Authentication-Results: mx.fixamingata.test; dmarc=pass header.from=evil.test",
            })
    @DisplayName("Trust or not: what our own mail server has not vouched for waits")
    void unverified(String finding) {
        scene.trusting();
        is(
                scene.unvouched(finding, "From: " + ANNA, "To: " + scene.address, "", "Ett."),
                MailState.WAITING,
                "unverified");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    @DisplayName(
            "Without a mail server whose word counts nothing is published unseen, whoever says that the sender is right")
    void nobodyVouches(String server) {
        scene.trusting();
        scene.judging.senders = new Senders(em, Optional.of(server));
        is(scene.fixture("outlook-sv", ANNA), MailState.WAITING, "unverified");
        is(
                scene.unvouched(
                        "Authentication-Results: anybody; spf=fail",
                        "From: " + ANNA,
                        "To: " + scene.address,
                        "",
                        "Klart."),
                MailState.WAITING,
                "forged");
        scene.handling.sql("update integration set trusts_mail = false");
        em.clear();
        is(scene.fixture("gmail-sv", ANNA), MailState.WAITING, "approval");
        assertThat(scene.texts()).isEmpty();
    }

    @Test
    @DisplayName("A program that gives all its letters one name is heard each time it says something else")
    void oneNameForAll() {
        scene.trusting();
        for (String words : new String[] {"Vi har tagit emot ärendet.", "Lampan är bytt.", "Lampan är bytt."}) {
            scene.text(
                    "From: " + ANNA,
                    "Message-ID: <svar@arende>",
                    "X-Of: " + scene.texts(),
                    "To: " + scene.address,
                    "",
                    words);
        }
        assertThat(scene.texts()).containsExactly("Vi har tagit emot ärendet.", "Lampan är bytt.");
        is(scene.last(), MailState.HANDLED, "twice");
    }

    @Test
    @DisplayName("A clock that stood still for years takes no status away")
    void clockOfTheSender() {
        scene.trusting();
        is(
                scene.text(
                        "Date: Mon, 1 Jan 1990 00:00:00 +0000",
                        "From: " + ANNA,
                        "To: " + scene.address,
                        "",
                        "Klart.",
                        "Status: Åtgärdad"),
                MailState.PUBLISHED,
                null);
        assertThat(scene.status()).isEqualTo("FIXED");
    }

    @Test
    @DisplayName("15 MB of empty lines, the beginning of something longer: kept, left to somebody, and cheap")
    void endless() {
        byte[] head = ("From: " + ANNA + "\r\nTo: " + scene.address
                        + "\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nKlart.\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] raw = Arrays.copyOf(head, 15_000_000);
        Arrays.fill(raw, head.length, raw.length, (byte) '\n');
        scene.trusting();
        scene.mails.keep(MailScene.vouched(raw), true);
        long before = allocated();
        scene.worker.work();
        assertThat(allocated() - before).isLessThan(300_000_000);
        em.flush();
        is(scene.last(), MailState.WAITING, "cut");
        assertThat(scene.last().text()).isEqualTo("Klart.");
        assertThat(scene.queue
                        .find(scene.handling.operator(), scene.last().id())
                        .orElseThrow()
                        .words())
                .startsWith("Klart.");
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna@gmail.com", "anna@sub.forshaga.test", "anna@forshaga.test.evil.org"})
    void notTheirs(String from) {
        scene.handling.sql("update authority set email = 'forshaga@gmail.com' where code = '1763'");
        scene.handling.sql("insert into category_recipient values ('1763', 'drain', '" + MailScene.GATA + "')");
        scene.trusting();
        is(scene.fixture("gmail-sv", from), MailState.WAITING, "stranger");
        is(scene.fixture("gmail-en", "forshaga@gmail.com"), MailState.PUBLISHED, null);
    }

    @ParameterizedTest
    @CsvSource({
        "away-outlook-sv, AUTOMATIC, machine",
        "away-without-a-mark, AUTOMATIC, machine",
        "ticket-system, AUTOMATIC, machine",
        "encrypted, WAITING, locked",
        "status-only, PUBLISHED,",
    })
    void otherThanWords(String name, MailState state, String reason) {
        scene.trusting();
        is(scene.fixture(name, ANNA), state, reason);
        assertThat(scene.texts()).hasSize(state == MailState.PUBLISHED ? 1 : 0);
    }

    @Test
    @DisplayName("A status that is not understood, or not possible, and nothing at all")
    void unclear() {
        scene.trusting();
        is(
                scene.text("From: " + ANNA, "To: " + scene.address, "", "Klart.", "Status: avslutad"),
                MailState.WAITING,
                "status");
        is(scene.text("From: " + ANNA, "To: " + scene.address, "", "> Lampan"), MailState.WAITING, "empty");
        is(scene.text("From: " + ANNA, "To: " + scene.address, "", "Status: Åtgärdad"), MailState.PUBLISHED, null);
        is(
                scene.text("From: " + ANNA, "To: " + scene.address, "", "Vi planerar.", "Status: Planerad"),
                MailState.PUBLISHED,
                "words-only");
        assertThat(scene.status()).isEqualTo("FIXED");
        assertThat(scene.texts()).containsExactly("Felet är åtgärdat.", "Vi planerar.");
    }

    @Test
    @DisplayName("A letter of ours that somebody's rule sends back to us says nothing, however often")
    void loops() {
        scene.trusting();
        is(
                scene.text(
                        "From: noreply@fixamingata.test",
                        "X-Loop: noreply@fixamingata.test",
                        "To: " + scene.address,
                        "",
                        "Ny rapport"),
                MailState.AUTOMATIC,
                "loop");
        for (int i = 0; i < MailJudging.MANY; i++) {
            scene.text(
                    "From: " + ANNA,
                    "Message-ID: <" + i + "@x>",
                    "To: " + scene.address,
                    "",
                    "Vi har tagit emot ert mejl nummer " + i);
        }
        assertThat(scene.texts()).hasSize(MailJudging.MANY);
        is(
                scene.text("From: " + ANNA, "To: " + scene.address, "", "Vi har tagit emot ert mejl"),
                MailState.WAITING,
                "many");
    }

    @Test
    @DisplayName(
            "Answered after the report was handed over, by an address that was revoked, without the secret, or from nowhere")
    void otherAddresses() {
        scene.trusting();
        is(
                scene.text(
                        "From: " + ANNA,
                        "To: noreply@fixamingata.test",
                        "In-Reply-To: " + MailScene.LETTER,
                        "",
                        "Klart."),
                MailState.WAITING,
                "secretless");
        assertThat(scene.last().authorityCode()).isEqualTo("1763");
        is(
                scene.text(
                        "From: " + ANNA,
                        "To: noreply@fixamingata.test",
                        "Subject: Sv: [#" + scene.report.id() + "]",
                        "",
                        "Klart."),
                MailState.UNKNOWN,
                "unknown");
        assertThat(scene.last().reportId()).isEqualTo(scene.report.id());
        is(
                scene.text(
                        "From: x@y.se", "To: svar@svar.fixamingata.test", "Subject: Sv: [#999999999999]", "", "Klart."),
                MailState.UNKNOWN,
                "unknown");
        assertThat(scene.last().reportId()).isNull();

        scene.secrets.disable(Purpose.REPLY, scene.report.id());
        is(scene.fixture("gmail-sv", ANNA), MailState.WAITING, "revoked");

        scene.handling.sql("update report set authority_code = '1780' where id = " + scene.report.id());
        em.clear();
        is(scene.fixture("gmail-en", ANNA), MailState.UNKNOWN, "moved");
        assertThat(scene.texts()).isEmpty();
    }

    @Test
    @DisplayName("Cut, or too much of it to be read: somebody looks at it")
    void cut() {
        scene.trusting();
        scene.mails.keep(Fixtures.raw("gmail-sv", scene.address, ANNA, MailScene.LETTER), true);
        scene.worker.work();
        em.flush();
        is(scene.last(), MailState.WAITING, "cut");
        assertThat(scene.last().text()).startsWith("Lampan lagades");
    }

    @Test
    @DisplayName("A mail that stops the server, or makes us fail, is tried four times and then the operator's")
    void poison() {
        scene.judging.smtp = null;
        scene.mails.keep("From: x@y.se\r\nX-Loop: a\r\n\r\nx".getBytes(StandardCharsets.UTF_8), false);
        for (int i = 0; i < 4; i++) {
            assertThat(scene.worker.work()).isEqualTo(1);
            assertThat(scene.worker.work()).isZero();
            clock.advance(Duration.ofMinutes(3));
        }
        assertThat(scene.worker.work()).isEqualTo(1);
        em.flush();
        is(scene.last(), MailState.UNKNOWN, "failed");
        assertThat(scene.worker.work()).isZero();
    }

    @Test
    @DisplayName("A mail that breaks the machine itself keeps nobody from being heard")
    void breaksTheMachine() {
        scene.judging.smtp = new SmtpSettings() {
            @Override
            public String from() {
                throw new StackOverflowError();
            }
        };
        scene.mails.keep("From: x@y.se\r\nX-Loop: a\r\n\r\nx".getBytes(StandardCharsets.UTF_8), false);
        clock.advance(Duration.ofSeconds(1));
        scene.mails.keep("From: x@y.se\r\n\r\nx".getBytes(StandardCharsets.UTF_8), false);
        assertThat(scene.worker.work()).isEqualTo(2);
        em.flush();
        is(scene.last(), MailState.UNKNOWN, "unknown");
    }

    private static String png(int side) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return Base64.getMimeEncoder().encodeToString(bytes.toByteArray());
    }

    private static String part(String type, String how, String base64) {
        return "--b\r\nContent-Type: " + type + "\r\n" + how + "\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64
                + "\r\n";
    }

    @Test
    @DisplayName("Photos and PDFs go with it; logotypes, our own pictures and anything else do not")
    void enclosures() throws IOException {
        scene.trusting();
        String pdf = Base64.getEncoder().encodeToString("%PDF-1.4 protokoll".getBytes(StandardCharsets.US_ASCII));
        String exe = Base64.getEncoder().encodeToString("MZ...".getBytes(StandardCharsets.US_ASCII));
        is(
                scene.text(
                        "From: " + ANNA,
                        "To: " + scene.address,
                        "MIME-Version: 1.0",
                        "Content-Type: multipart/mixed; boundary=b",
                        "",
                        "--b\r\nContent-Type: text/plain\r\n\r\nLampan är lagad.",
                        part("image/png; name=ny.png", "Content-Disposition: attachment; filename=ny.png", png(300))
                                + part("image/png; name=logo.png", "Content-ID: <logo@x>", png(20))
                                + part(
                                        "image/jpeg",
                                        "Content-Disposition: attachment; filename=rapport-17-bild-1.jpg",
                                        png(300))
                                + part(
                                        "application/octet-stream",
                                        "Content-Disposition: attachment; filename=protokoll.pdf",
                                        pdf)
                                + part("image/png", "Content-Disposition: attachment; filename=trasig.png", exe)
                                + part(
                                        "application/x-msdownload",
                                        "Content-Disposition: attachment; filename=virus.exe",
                                        exe)
                                + "--b--"),
                MailState.PUBLISHED,
                null);
        assertThat(scene.handling.list("select file_name from photo where update_id is not null"))
                .containsExactly("ny.png");
        assertThat(scene.handling.count("select count(*) from update_document")).isEqualTo(1);
        MailView view =
                scene.queue.find(scene.handling.operator(), scene.last().id()).orElseThrow();
        assertThat(view.photos()).hasSize(1);
        assertThat(view.documents()).containsExactly("protokoll.pdf");
        assertThat(view.leftOut()).containsExactly("trasig.png", "virus.exe");
    }

    @Test
    @DisplayName("Files without a word wait for words")
    void filesAlone() throws IOException {
        scene.trusting();
        is(
                scene.text(
                        "From: " + ANNA,
                        "To: " + scene.address,
                        "Content-Type: multipart/mixed; boundary=b",
                        "",
                        part("image/png", "Content-Disposition: attachment; filename=ny.png", png(300)) + "--b--"),
                MailState.WAITING,
                "empty");
    }

    @Test
    @DisplayName("What is settled goes after its time; what waits or is unknown stays")
    void retention() {
        scene.fixture("gmail-sv", ANNA);
        scene.text("From: x@y.se", "To: a@b.se", "", "x");
        scene.fixture("ticket-system", ANNA);
        MailRetention retention = new MailRetention(em, 90, clock);
        clock.advance(Duration.ofDays(89));
        assertThat(retention.deleteSettled(100)).isZero();
        clock.advance(Duration.ofDays(2));
        assertThat(retention.deleteSettled(100)).isEqualTo(1);
        assertThat(scene.handling.list("select state from incoming_mail order by id"))
                .containsExactly("WAITING", "UNKNOWN");
    }
}
