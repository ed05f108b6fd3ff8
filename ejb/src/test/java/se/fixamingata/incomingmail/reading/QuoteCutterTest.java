package se.fixamingata.incomingmail.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuoteCutterTest {

    private static final String OWN = "Vi lagar lampan.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Den mån 23 nov. 2026 kl 09:12 skrev FixaMinGata <noreply@fixamingata.se>:",
                "Den mån 23 nov. 2026 kl 09:12 skrev FixaMinGata <\nnoreply@fixamingata.se>:",
                "Den mån 23 nov. 2026\nkl 09:12 skrev FixaMinGata\n<noreply@fixamingata.se>:",
                "On Mon, Nov 23, 2026 at 9:12 AM FixaMinGata <noreply@fixamingata.se> wrote:",
                "On 23 Nov 2026, at 09:12, FixaMinGata <noreply@fixamingata.se> wrote:",
                "23 nov. 2026 kl. 09:12 skrev FixaMinGata <noreply@fixamingata.se>:",
                "2026-11-23 09:12 skrev FixaMinGata:",
                "mån 23 nov 2026 09:12 FixaMinGata <noreply@fixamingata.se> skrev:",
                "FixaMinGata <noreply@fixamingata.se> skrev den 23 november 2026:",
                "noreply@fixamingata.se skrev (23 november 2026 09:12):",
                "\"FixaMinGata\" <noreply@fixamingata.se> wrote on 23/11/2026 09:12:",
                "FixaMinGata skrev den 2026-11-23 09:12:",
                "Den 2026-11-23 kl. 09:12, skrev FixaMinGata:",
                "-----Ursprungligt meddelande-----",
                "----- Original Message -----",
                "---------- Forwarded message ---------",
                "---------- Vidarebefordrat meddelande ----------",
                "-----FixaMinGata <noreply@fixamingata.se> skrev: -----",
                "-----Original Appointment-----",
                "Vidarebefordrat brev:",
                "Begin forwarded message:",
                "FixaMinGata ---2026-11-23 09:12:20---Ny rapport",
                "Från: FixaMinGata <x@y.se>\nSkickat: den 23 november 2026 09:12\nTill: Gata\nÄmne: Ny rapport",
                "*Från:* FixaMinGata <x@y.se>\n*Skickat:* den 23 november 2026 09:12\n*Till:* Gata\n*Ämne:* Ny rapport",
                "________________________________\nFrån: FixaMinGata\nSkickat: i dag\nTill: Gata\nÄmne: Ny rapport",
                "From: FixaMinGata\nSent: Monday\nTo: Gata; en till\n med en lång rad\nSubject: Ny rapport",
                "Till: Gata\nKopia:\nFrån: FixaMinGata\n\nDatum: 2026-11-23\nÄrende: Ny rapport",
                "-- Skriv svaret ovanför den här raden --",
                "| -- Skriv svaret ovanfor den har raden --",
            })
    @DisplayName("What begins the answered mail ends the answer")
    void theBeginningOfTheAnswered(String beginning) {
        assertThat(QuoteCutter.cut(OWN + "\n\n" + beginning + "\n\nLampan är släckt.\nStatus: Åtgärdad"))
                .isEqualTo(OWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Så här skrev entreprenören:\nvi kommer på fredag.",
                "Från: Storgatan\nTill: Nygatan\nDatum: 3 maj\nKlart då.",
                "Från och med måndag är vägen avstängd.\nTill fots går det bra.",
                "Den 3 maj skrev vi till ägaren:\ndet har inte hjälpt.",
                "a > b gäller\noch 5 > 3",
                "Ämne: asfalt",
                "---\nNytt stycke",
                "Se kartan: https://example.se/karta",
                "On Monday we will come: be there.",
            })
    @DisplayName("What only looks like it stays")
    void ownWordsStay(String own) {
        assertThat(QuoteCutter.cut(own)).isEqualTo(own);
    }

    @Test
    @DisplayName("Answers below and between marked quotes stay")
    void below() {
        assertThat(QuoteCutter.cut(
                        "Den 23 nov. 2026 kl 09:12 skrev A <a@b.se>:\n\n> ett\n> två\n\nSvar ett.\n> tre\nSvar två."))
                .isEqualTo("Svar ett.\nSvar två.");
    }

    @Test
    @DisplayName("Long lines, and many of them, are no trouble")
    void large() {
        assertThat(QuoteCutter.cut("Den " + "1:00 skrev ".repeat(200_000))).startsWith("Den 1:00");
        assertThat(QuoteCutter.cut(("Från: a\n" + "x\n").repeat(50_000))).startsWith("Från: a");
        assertThat(QuoteCutter.cut("Den 2026 kl 09:12\n".repeat(50_000))).startsWith("Den 2026");
    }
}
