package se.fixamingata.incomingmail.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailReaderTest {

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void headersInTheClear() {
        ReadMail mail = Fixtures.mail("outlook-en");
        assertThat(mail.sender()).contains("anna.svensson@forshaga.example");
        assertThat(mail.recipients()).containsExactly(Fixtures.ADDRESS);
        assertThat(mail.subject()).isEqualTo("RE: Ny rapport: Trasig lampa [#17]");
        assertThat(mail.messageId()).contains("<fixture-reply@forshaga.example>");
        assertThat(mail.references()).containsExactly(Fixtures.LETTER);
        assertThat(mail.date()).contains(Instant.parse("2026-11-23T09:15:00Z"));
        assertThat(mail.whole()).isTrue();
    }

    @Test
    @DisplayName("Encoded words, cut in the middle of a letter or mixed, and headers in raw Latin 1")
    void encodedHeaders() {
        assertThat(Fixtures.mail("split-words").subject()).isEqualTo("Sv: Trasig lampa på Östra vägen [#17]");
        assertThat(Fixtures.mail("split-words").sender()).contains("asa.ost@forshaga.example");
        assertThat(Fixtures.mail("raw-header").subject()).isEqualTo("Sv: Trasig lampa på Östra vägen");
        assertThat(Fixtures.mail("raw-header").sender()).contains("asa.ost@forshaga.example");
    }

    @Test
    @DisplayName("No sender, several senders, no date: it does not say")
    void itDoesNotSay() {
        assertThat(Fixtures.mail("From: a@x.se, b@x.se", "", "").sender()).isEmpty();
        assertThat(Fixtures.mail("From: a@x.se", "From: b@x.se", "", "").sender())
                .isEmpty();
        assertThat(Fixtures.mail("From: undisclosed", "Date: i morgon", "", "").sender())
                .isEmpty();
        assertThat(Fixtures.mail("From: undisclosed", "Date: i morgon", "", "").date())
                .isEmpty();
        // What stands in an encoded word is never an address.
        assertThat(Fixtures.mail("From: =?utf-8?Q?a=40forshaga.se=2C?= <b@x.se>", "", "")
                        .sender())
                .contains("b@x.se");
        assertThat(Fixtures.mail("From: \"a@evil.se\" <b@x.se>", "", "").sender())
                .contains("b@x.se");
    }

    @Test
    void attachments() {
        ReadMail apple = Fixtures.mail("apple-mail-sv");
        assertThat(apple.parts()).anySatisfy(part -> {
            assertThat(part.type()).isEqualTo("image/jpeg");
            assertThat(part.fileName()).isEqualTo("Ny lampa på plats.jpeg");
            assertThat(part.attached()).isFalse();
            assertThat(part.bytes()).hasSize(260).startsWith(0xff, 0xd8);
        });
        assertThat(Fixtures.mail("no-end").parts()).anySatisfy(part -> {
            assertThat(part.fileName()).isEqualTo("protokoll.pdf");
            assertThat(part.attached()).isTrue();
            assertThat(new String(part.bytes(), StandardCharsets.ISO_8859_1)).startsWith("%PDF-1.4");
        });
        assertThat(Fixtures.mail("tnef").parts()).extracting(MailPart::type).contains("application/ms-tnef");
        assertThat(Fixtures.mail("encrypted").isLocked()).isTrue();
        assertThat(Fixtures.mail("signed").isLocked()).isFalse();
    }

    @Test
    @DisplayName("A message inside the message is one part; its words are not the writer's")
    void messageInside() {
        assertThat(Fixtures.mail("forwarded-inside").parts())
                .extracting(MailPart::type)
                .containsExactly("text/plain", "message/rfc822");
    }

    @Test
    @DisplayName(
            "A multipart without a boundary, without parts, or of another's boundary is no mail with words, and no error")
    void brokenMultiparts() {
        assertThat(Fixtures.mail("Content-Type: multipart/mixed", "", "text").whole())
                .isIn(true, false);
        assertThat(Fixtures.mail("Content-Type: multipart/mixed; boundary=a", "", "--b", "", "x")
                        .html())
                .isEmpty();
        assertThat(Fixtures.mail("Content-Type: multipart/mixed; boundary=a", "", "--a--")
                        .parts())
                .isEmpty();
        assertThat(Fixtures.mail("", "").parts()).hasSizeLessThanOrEqualTo(1);
        assertThat(Fixtures.mail("Content-Type: ;;;", "", "x").plain()).contains("x");
    }

    @Test
    @Timeout(20)
    @DisplayName("A million empty parts")
    void manyParts() {
        byte[] bomb = ascii("Subject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                + "--b\r\n\r\n\r\n".repeat(1_300_000));
        ReadMail mail = MailReader.read(bomb);
        assertThat(mail.whole()).isFalse();
        assertThat(mail.parts()).hasSize(MailReader.PARTS_MAX);
        assertThat(mail.subject()).isEqualTo("x");
    }

    @Test
    @Timeout(20)
    @DisplayName("A hundred thousand layers")
    void manyLayers() {
        StringBuilder bomb = new StringBuilder("Subject: x\r\nContent-Type: multipart/mixed; boundary=b0\r\n\r\n");
        for (int i = 0; i < 100_000; i++) {
            bomb.append("--b")
                    .append(i)
                    .append("\r\nContent-Type: multipart/mixed; boundary=b")
                    .append(i + 1)
                    .append("\r\n\r\n");
        }
        ReadMail mail = MailReader.read(ascii(bomb.toString()));
        assertThat(mail.whole()).isFalse();
        assertThat(mail.parts()).isEmpty();
        assertThat(mail.subject()).isEqualTo("x");
    }

    @Test
    @Timeout(20)
    @DisplayName("Multiparts in a row, each with nothing in it")
    void manyMultiparts() {
        String bomb = "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                + "--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n--c--\r\n".repeat(200_000);
        assertThat(MailReader.read(ascii(bomb)).whole()).isFalse();
    }

    @Test
    @Timeout(20)
    @DisplayName("A hundred thousand headers, and one of 14 MB")
    void manyHeaders() {
        assertThat(MailReader.read(ascii("Subject: x\r\n" + "X: y\r\n".repeat(100_000) + "\r\nz"))
                        .whole())
                .isFalse();
        ReadMail wide = MailReader.read(ascii("Subject: x\r\nTo: " + "a@b.se, ".repeat(1_800_000) + "\r\n\r\nz"));
        assertThat(wide.whole()).isFalse();
        assertThat(wide.subject()).isEqualTo("x");
        assertThat(MailReader.read(ascii("To: " + "(".repeat(100_000) + "\r\n\r\nz"))
                        .recipients())
                .isEmpty();
        assertThat(MailReader.read(ascii("To: " + "a@b.se, ".repeat(10_000) + "\r\n\r\nz"))
                        .recipients())
                .containsExactly("a@b.se");
    }

    @Test
    @Timeout(60)
    @DisplayName("Whatever bytes: an answer, never an exception")
    void anyBytes() {
        Random random = new Random(42);
        String[] names = {
            "apple-mail-sv", "bounce-postfix", "gmail-sv", "signed", "split-words", "notes-en", "broken-base64"
        };
        for (int round = 0; round < 400; round++) {
            byte[] bytes = Fixtures.raw(names[round % names.length]).clone();
            for (int i = 0; i < 1 + round % 60; i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            ReadMail mail = MailReader.read(bytes);
            assertThat(Reply.of(mail)).isNotNull();
            assertThat(BounceReader.read(mail)).isNotNull();
            assertThat(AutomaticMail.is(mail)).isIn(true, false);
            assertThat(mail.recipients()).isNotNull();
        }
        byte[] noise = new byte[100_000];
        random.nextBytes(noise);
        assertThat(Reply.of(MailReader.read(noise))).isNotNull();
    }

    @Test
    @DisplayName("More than the bound, decoded: the rest is left out, and it says so")
    void tooManyBytes() {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        raw.writeBytes(
                ascii(
                        "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nHej.\r\n--b\r\nContent-Type: application/pdf\r\n\r\n"));
        raw.writeBytes(new byte[MailReader.BYTES_MAX + 1]);
        raw.writeBytes(ascii("\r\n--b--\r\n"));
        ReadMail mail = MailReader.read(raw.toByteArray());
        assertThat(mail.whole()).isFalse();
        assertThat(mail.plain()).contains("Hej.");
    }

    @ParameterizedTest
    @Timeout(20)
    @ValueSource(
            strings = {
                "<div>",
                "<blockquote type=cite>",
                "<b><p>",
                "<a href=x><table>",
                "<table><tr><td>",
                "<div style='display:none'>x",
            })
    @DisplayName("1 MB of one tag in another")
    void htmlBombs(String tag) {
        String html =
                "Content-Type: text/html; charset=utf-8\r\n\r\n<p>Klart.</p>" + tag.repeat(990_000 / tag.length());
        Reply reply = Reply.of(MailReader.read(ascii(html)));
        assertThat(reply.text()).startsWith("Klart.");
    }

    @Test
    @DisplayName("A text without end is read for two million bytes, not cut within a letter, and not called whole")
    void endlessText() {
        ReadMail mail =
                MailReader.read(("Content-Type: text/plain; charset=utf-8\r\n\r\nKlart.\r\n" + "å".repeat(1_500_000))
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(mail.whole()).isFalse();
        assertThat(mail.plain().orElseThrow())
                .startsWith("Klart.")
                .endsWith("åå")
                .hasSizeLessThan(1_000_100);
    }
}
