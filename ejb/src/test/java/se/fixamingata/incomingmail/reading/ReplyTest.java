package se.fixamingata.incomingmail.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixamingata.report.ReportStatus;

/** What is left of a reply: the writer's own words, from every program that we know, and none of anybody else's. */
class ReplyTest {

    private static final String LATIN = "Öppet igen efter åskan: ”lampan” är bytt – allt lyser.";

    static Stream<Arguments> replies() {
        return Stream.of(
                Arguments.of(
                        "outlook-sv",
                        "Hej!\n\nVi har beställt en ny armatur. Den monteras i veckan.",
                        ReportStatus.PLANNED),
                Arguments.of("outlook-en", "The lamp was repaired this morning.", ReportStatus.FIXED),
                Arguments.of(
                        "outlook-plain-sv",
                        "Hej,\nEntreprenören är på väg. Räkna med att det är klart på fredag.",
                        null),
                Arguments.of("outlook-web-sv", "Tack för rapporten.\n\nLampan är bytt i dag.", ReportStatus.FIXED),
                Arguments.of("outlook-ios-sv", "Vi tittar på det.", null),
                Arguments.of(
                        "gmail-sv",
                        "Lampan lagades i går kväll. Hör gärna av er om den slocknar igen, då byter vi hela armaturen.",
                        null),
                Arguments.of("gmail-en", "We will have a look at it tomorrow.", null),
                Arguments.of(
                        "gmail-between",
                        "Svar nedan.\n\nDen byter vi i morgon.\n\nDet var ett strömavbrott, det är över nu.",
                        null),
                Arguments.of("apple-mail-sv", "Så här ser det ut nu, med den nya lampan.", null),
                Arguments.of(
                        "apple-mail-en",
                        "The contractor says that the cable is broken, so this will take some weeks.",
                        ReportStatus.IN_PROGRESS),
                Arguments.of("iphone-sv", "Den är lagad nu", null),
                Arguments.of("iphone-html-sv", "Den är lagad nu", null),
                Arguments.of(
                        "notes-sv",
                        "Vi har felanmält lampan till Ellevio, som äger stolpen. Vi återkommer när de\nhar svarat.",
                        ReportStatus.FORWARDED),
                Arguments.of("notes-en", "Lampan byts på torsdag.", null),
                Arguments.of("inotes-sv", "Det är redan anmält, vi åker ut i eftermiddag.", null),
                Arguments.of(
                        "thunderbird-below",
                        "Tack, det här är en lång rad som programmet har brutit bara för att kunna skicka den.",
                        null),
                Arguments.of("html-only-1252-as-latin1", LATIN, null),
                Arguments.of("windows-1252", LATIN, null),
                Arguments.of("utf8-as-ascii", LATIN, null),
                Arguments.of("latin1-as-utf8", LATIN, null),
                Arguments.of("unheard-of-charset", LATIN, null),
                Arguments.of("no-headers-at-all", LATIN, null),
                Arguments.of("status-only", "", ReportStatus.FIXED),
                Arguments.of("tnef", "Lampan är lagad.", null),
                Arguments.of("signed", "Lampan är lagad.", null),
                Arguments.of("no-end", "Lampan är lagad.", null),
                Arguments.of("forwarded-inside", "Se entreprenörens svar i bilagan.", null),
                Arguments.of("auto-submitted-no", "Lampan är lagad.", null),
                Arguments.of("encrypted", "", null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("replies")
    void ownWordsOnly(String name, String text, ReportStatus status) {
        Reply reply = Reply.of(Fixtures.mail(name));

        assertThat(reply.text()).isEqualTo(text);
        assertThat(reply.status().orElse(null)).isEqualTo(status);
        assertThat(reply.unclearStatus()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "outlook-sv",
                "outlook-en",
                "outlook-plain-sv",
                "gmail-sv",
                "apple-mail-sv",
                "iphone-sv",
                "notes-sv",
                "unknown-program"
            })
    @DisplayName("The plain part alone gives no more than the HTML")
    void plainPartAlone(String name) {
        Reply reply = Reply.of(Fixtures.mail(name).plain().orElseThrow());

        assertThat(reply.text())
                .isNotBlank()
                .doesNotContain("övergångsstället", "asa@resident", "Skriv svaret", "054-17", "noreply@");
    }

    @Test
    @DisplayName("Of a program that nobody knew of, our own line is the end")
    void theMarkEndsIt() {
        assertThat(Reply.of(Fixtures.mail("unknown-program")).text()).startsWith("Vi fixar det.");
        assertThat(Reply.of(Fixtures.mail("unknown-program")).text()).doesNotContain("Ny rapport till", "Åsa Öberg");
    }

    @Test
    @DisplayName("Broken transfer encodings cost at most what is broken")
    void brokenEncodings() {
        assertThat(Reply.of(Fixtures.mail("broken-base64")).text()).startsWith("Öppet igen efter åskan");
        assertThat(Reply.of(Fixtures.mail("broken-quoted-printable")).text())
                .startsWith("Öppet igen efter åskan.")
                .contains("klart");
    }

    @Test
    @DisplayName("A status that nobody understands stays in the text, and is told")
    void unclearStatus() {
        Reply reply = Reply.of("Klart.\nStatus: avslutad\n");

        assertThat(reply.status()).isEmpty();
        assertThat(reply.unclearStatus()).isEqualTo("avslutad");
        assertThat(reply.text()).isEqualTo("Klart.\nStatus: avslutad");
    }

    @Test
    @DisplayName("A status below the greeting counts, and one in what is answered does not")
    void whereTheStatusStands() {
        assertThat(Reply.of("Klart.\n\nMvh Anna\nStatus: Åtgärdad").status()).contains(ReportStatus.FIXED);
        assertThat(Reply.of("Klart.\n\nMvh Anna\nStatus: Åtgärdad").text()).isEqualTo("Klart.");
        assertThat(Reply.of("Hej.\n> Status: Åtgärdad").status()).isEmpty();
        assertThat(Reply.of("Hej.\n-- Skriv svaret ovanför den här raden --\nStatus: Åtgärdad")
                        .status())
                .isEmpty();
        assertThat(Reply.of("Status: Planerad\nStatus: Åtgärdad").status()).contains(ReportStatus.PLANNED);
    }

    @Test
    @DisplayName("Nothing but a quote, a signature or invisible characters is nothing")
    void nothing() {
        assertThat(Reply.of("> Lampan\n> är släckt").isEmpty()).isTrue();
        assertThat(Reply.of("\u200b\u00a0\n\ufeff").isEmpty()).isTrue();
        assertThat(Reply.of("").isEmpty()).isTrue();
    }

    @Test
    @DisplayName("What is hidden in HTML is not read, and lists and tables keep their lines")
    void html() {
        assertThat(HtmlText.read("<div style='display: none'>dolt</div><p>Vi gör:</p><ul><li>ett<li>två</ul>"
                        + "<table><tr><td>A<td>B<tr><td>C</table><script>x</script><pre>a  b\n c</pre>"))
                .isEqualTo("Vi gör:\n\n- ett\n- två\n\nA B\nC\n\na  b\nc");
        assertThat(HtmlText.read("a&nbsp;b<br>c<blockquote>indraget</blockquote>&lt;d&gt;"))
                .isEqualTo("a b\nc\nindraget\n<d>");
    }

    @Test
    @DisplayName("Whoever writes inside what the program takes for the signature is read all the same")
    void insideTheSignature() {
        assertThat(HtmlText.read("<div id='Signature'><p>Lampan är lagad.</p></div>"))
                .isEqualTo("Lampan är lagad.");
    }

    @Test
    @DisplayName("HTML as deep as it is long is read in no time")
    void deepHtml() {
        String deep = "<div>x".repeat(200_000);
        assertThat(HtmlText.read(deep)).startsWith("x\nx");
        assertThat(HtmlText.read("<pre>" + " ".repeat(900_000) + "x</pre>")).isEqualTo("x");
    }
}
