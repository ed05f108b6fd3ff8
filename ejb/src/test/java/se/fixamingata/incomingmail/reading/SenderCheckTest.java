package se.fixamingata.incomingmail.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixamingata.incomingmail.reading.SenderCheck.Finding;

class SenderCheckTest {

    private static final String MX = "mx.fixamingata.example";

    private static Finding finding(String... lines) {
        String[] mail = new String[lines.length + 3];
        for (int i = 0; i < lines.length; i++) {
            mail[i] = "Authentication-Results: " + lines[i];
        }
        mail[lines.length] = "From: Anna <anna@forshaga.example>";
        mail[lines.length + 1] = "";
        mail[lines.length + 2] = "Klart.";
        return SenderCheck.of(Fixtures.mail(mail), MX, 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                MX + "; dmarc=pass",
                MX
                        + " 1; spf=none smtp.mailfrom=x@y.example; DMARC = Pass (p=NONE sp=NONE) header.from=forshaga.example",
                "MX.fixamingata.example;\r\n dkim=fail reason=\"body; dmarc=fail\";\r\n dmarc=pass action=none header.from=forshaga.example",
            })
    @DisplayName("As Postfix with OpenDMARC, Gmail and Exchange write it")
    void pass(String line) {
        assertThat(finding(line)).isEqualTo(Finding.PASS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";",
                ";;;",
                MX,
                "evil.example; dmarc=pass",
                MX + ".evil.example; dmarc=pass",
                MX + "; dmarc=none; spf=pass",
                MX + "; dmarc=passable",
                MX + "; spf=pass smtp.mailfrom=dmarc=pass@evil.example",
                MX + "; spf=pass smtp.mailfrom=\"x; dmarc=pass\"@evil.example",
                MX + "; spf=pass (x; dmarc=pass header.from=forshaga.example) smtp.mailfrom=evil.example",
                MX + "; spf=pass (\\); dmarc=pass) smtp.mailfrom=evil.example",
                MX + "; spf=pass reason=\"=?utf-8?q?=22;_dmarc=3Dpass?=\"",
                MX + "; spf=pass (not ended; dmarc=pass",
                MX + "; dmarc=pass header.from=evil.example",
                MX + "; xdmarc=pass",
            })
    @DisplayName("What a sender writes, in whatever place, is no finding")
    void none(String line) {
        assertThat(finding(line)).isEqualTo(Finding.NONE);
    }

    @Test
    void severalLines() {
        assertThat(finding(MX + "; dkim=pass", MX + "; spf=pass", MX + "; dmarc=pass"))
                .isEqualTo(Finding.PASS);
        assertThat(finding(MX + "; dmarc=fail (p=none)", MX + "; dmarc=pass")).isEqualTo(Finding.FAIL);
        assertThat(finding(MX + "; dmarc=none", MX + "; dmarc=pass")).isEqualTo(Finding.NONE);
        assertThat(finding(MX + "; dmarc=pass; dmarc=fail")).isEqualTo(Finding.FAIL);
        assertThat(finding(MX + "; dmarc=none; dmarc=pass")).isEqualTo(Finding.NONE);
        assertThat(finding("other; dmarc=fail", MX + "; dmarc=pass")).isEqualTo(Finding.PASS);
    }

    @Test
    @DisplayName("What a sender has written below the first Received that is not ours counts for nothing")
    void forgedBelow() {
        String[] mail = {
            "Authentication-Results: " + MX + "; spf=pass smtp.mailfrom=evil.example",
            "Received: from evil.example by " + MX,
            "Authentication-Results: " + MX + "; dmarc=pass header.from=forshaga.example",
            "received: from nobody by " + MX,
            "Authentication-Results: " + MX + "; dmarc=fail",
            "From: Anna <anna@forshaga.example>",
            "",
            "Klart."
        };
        assertThat(SenderCheck.of(Fixtures.mail(mail), MX, 0)).isEqualTo(Finding.NONE);
        mail[0] = "X-Nothing: said";
        assertThat(SenderCheck.of(Fixtures.mail(mail), MX, 0)).isEqualTo(Finding.NONE);
    }

    @Test
    @DisplayName("Where our own servers hand a mail on, their Received stand above what they found")
    void ownHops() {
        String[] mail = {
            "Received: from mx by imap with LMTP",
            "Received: from evil.example by " + MX,
            "Authentication-Results: " + MX + "; dmarc=pass header.from=forshaga.example",
            "Received: from nobody by evil.example",
            "Authentication-Results: " + MX + "; dmarc=fail",
            "From: Anna <anna@forshaga.example>",
            "",
            "Klart."
        };
        assertThat(SenderCheck.of(Fixtures.mail(mail), MX, 0)).isEqualTo(Finding.NONE);
        assertThat(SenderCheck.of(Fixtures.mail(mail), MX, 1)).isEqualTo(Finding.NONE);
        assertThat(SenderCheck.of(Fixtures.mail(mail), MX, 2)).isEqualTo(Finding.PASS);
    }

    @Test
    void anybodysDoubt() {
        assertThat(SenderCheck.isDoubted(Fixtures.mail("Authentication-Results: x; dmarc=fail", "", "y")))
                .isTrue();
        assertThat(SenderCheck.isDoubted(Fixtures.mail("Authentication-Results: x; spf=fail; dmarc=pass", "", "y")))
                .isFalse();
        assertThat(SenderCheck.isDoubted(Fixtures.mail("Authentication-Results: x; dkim=fail", "", "y")))
                .isTrue();
        assertThat(SenderCheck.isDoubted(Fixtures.mail("Subject: x", "", "y"))).isFalse();
    }

    @Test
    @Timeout(10)
    void longLines() {
        assertThat(finding(MX + "; " + "(".repeat(150_000), MX + "; " + "dmarc=".repeat(30_000)))
                .isEqualTo(Finding.NONE);
    }
}
