package se.fixamingata.incomingmail.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who wrote it: a human being, a machine that answers by itself, or a mail server that could not deliver. */
class MachinesTest {

    @ParameterizedTest
    @ValueSource(strings = {"away-outlook-sv", "away-without-a-mark", "ticket-system", "bounce-postfix", "bounce-exim"})
    void machines(String name) {
        assertThat(AutomaticMail.is(Fixtures.mail(name))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"outlook-sv", "gmail-en", "notes-sv", "auto-submitted-no", "signed"})
    void people(String name) {
        assertThat(AutomaticMail.is(Fixtures.mail(name))).isFalse();
        assertThat(BounceReader.read(Fixtures.mail(name))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied",
                "Auto-Submitted: auto-generated; type=x",
                "auto-submitted: AUTO-NOTIFIED",
                "Precedence: bulk",
                "Precedence: auto_reply",
                "X-Autoreply: yes",
                "X-Autorespond: x",
                "Return-Path: <>",
                "List-Id: <x.y>",
                "Subject: Autosvar: semester",
                "Subject: Automatic reply: x",
                "Subject: Out of Office: x",
                "Subject: Out of the office",
                "Subject: Frånvarande",
                "Subject: Automatiskt svar från växeln",
            })
    void whatGivesAMachineAway(String header) {
        assertThat(AutomaticMail.is(Fixtures.mail(header, "From: a@b.se", "", "x")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: no",
                "Auto-Submitted: No (said a human)",
                "Precedence: first-class",
                "Subject: Sv: Autosvar",
                "Subject: Automaten är trasig",
                "Subject: Frånvaron av ljus",
                "X-Auto-Response-Suppress: All",
                "Return-Path: <a@b.se>"
            })
    void whatDoesNot(String header) {
        assertThat(AutomaticMail.is(Fixtures.mail(header, "From: a@b.se", "", "x")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "bounce-postfix, FAILED, gata@forshaga.example, 550 5.1.1 <gata@forshaga.example>: Recipient address rejected: User unknown in local recipient table",
        "bounce-exchange-sv, FAILED, gata@forshaga.example, 554 5.2.2 mailbox full",
        "bounce-delayed, DELAYED, gata@forshaga.example, connect to mail.forshaga.example: Connection timed out",
        "bounce-of-two, FAILED, gata@forshaga.example, Host not found",
        "bounce-read-receipt, DELIVERED, gata@forshaga.example, 2.0.0",
        "bounce-qmail, FAILED, gata@forshaga.example x@fixamingata.example 0d5a2c1e-6f3b-4a6e-9d39-0f5f3f6f0a11@fixamingata.example, 'Sorry, no mailbox here by that name. (#5.1.1)'",
        "bounce-exim, FAILED, gata@forshaga.example, 550 No such user here",
        "bounce-unclear, DELAYED, '', Warning: could not send message for past 4 hours",
    })
    void whatMailServersSay(String name, Bounce.Kind kind, String recipient, String diagnosis) {
        Bounce bounce = BounceReader.read(Fixtures.mail(name)).orElseThrow();
        assertThat(bounce.kind()).isEqualTo(kind);
        assertThat(String.join(" ", bounce.recipients())).isEqualTo(recipient);
        assertThat(bounce.diagnosis()).isEqualTo(diagnosis);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bounce-postfix", "bounce-exchange-sv", "bounce-delayed", "bounce-of-two", "bounce-qmail"})
    @DisplayName("Which letter it was, from the letter itself or its headers")
    void whichLetter(String name) {
        assertThat(BounceReader.read(Fixtures.mail(name)).orElseThrow().messageIds())
                .contains(Fixtures.LETTER);
    }

    @Test
    @DisplayName("A report of nothing is not a failure")
    void emptyReport() {
        Bounce bounce = BounceReader.read(Fixtures.mail(
                        "Content-Type: multipart/report; boundary=r",
                        "",
                        "--r",
                        "Content-Type: message/delivery-status",
                        "",
                        "",
                        "--r--"))
                .orElseThrow();
        assertThat(bounce.kind()).isEqualTo(Bounce.Kind.DELAYED);
        assertThat(bounce.messageIds()).isEmpty();
    }
}
