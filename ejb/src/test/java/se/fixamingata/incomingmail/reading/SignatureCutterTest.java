package se.fixamingata.incomingmail.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureCutterTest {

    private static final String OWN = "Hej!\n\nVi lagar lampan.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- ",
                "--",
                "____",
                "Med vänlig hälsning",
                "Med vänliga hälsningar,",
                "MED VÄNLIG HÄLSNING",
                "Vänliga hälsningar",
                "Vänlig hälsning Anna Svensson",
                "Bästa hälsningar",
                "Hälsningar",
                "Hälsningar Anna",
                "Många hälsningar",
                "Mvh",
                "MVH Anna",
                "mvh/Anna",
                "Mvh, Anna",
                "M.v.h. Anna",
                "Vh",
                "Vänligen",
                "Vänligen,",
                "Kind regards",
                "Best regards,",
                "Regards",
                "Sincerely,",
                "Yours sincerely",
                "/Anna",
                "/ Anna Svensson",
                "Skickat från min iPhone",
                "Skickat från min iPad",
                "Skickat från Outlook för Android",
                "Hämta Outlook för iOS",
                "Get Outlook for iOS",
                "Sent from my iPhone",
                "Sent from Mail for Windows",
                "Skickat från min Samsung Galaxy-smartphone.",
                "Skickades från E-post för Windows",
                "Skickat från Yahoo Mail",
            })
    void fromTheGreetingOnEverythingGoes(String greeting) {
        assertThat(SignatureCutter.cut(
                        OWN + "\n\n" + greeting + "\nAnna Svensson\n054-17 20 00\n\nVi behandlar uppgifter."))
                .isEqualTo(OWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Vänligen kontakta ägaren till stolpen.",
                "Vi hälsar er välkomna till samrådet.",
                "Hälsningarna från mötet finns på webben.",
                "Skickat till entreprenören i dag.",
                "- punkt ett",
                "Regarding the lamp: done.",
                "/karta visar platsen",
            })
    void ordinaryWordsStay(String words) {
        assertThat(SignatureCutter.cut(OWN + "\n" + words)).isEqualTo(OWN + "\n" + words);
    }

    @Test
    @DisplayName("A letter that begins with its greeting is left whole: better too much than nothing")
    void beginning() {
        assertThat(SignatureCutter.cut("Mvh Anna\n054-17 20 00")).isEqualTo("Mvh Anna\n054-17 20 00");
    }
}
