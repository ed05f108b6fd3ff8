package se.fixamingata.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna@example.org",
                "Anna.Andersson+gatan@mail.example.org",
                "o'brien@example.co.uk",
                "a@b-c.se",
                "12@34.museum",
                "gata_park@forshaga.example"
            })
    void takesWhatPeopleHave(String text) {
        assertThat(EmailAddress.parse(text)).map(EmailAddress::text).contains(text);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "anna",
                "anna@",
                "@example.org",
                "anna@example",
                "anna@localhost",
                "anna@@example.org",
                "anna@b@example.org",
                "anna andersson@example.org",
                "Anna <anna@example.org>",
                "anna@example.org, bo@example.org",
                ".anna@example.org",
                "anna.@example.org",
                "an..na@example.org",
                "anna@-example.org",
                "anna@example-.org",
                "anna@exa_mple.org",
                "anna@.example.org",
                "anna@example..org",
                "anna@[127.0.0.1]",
                "anna@127.0.0.1",
                "\"anna\"@example.org",
                "åsa@example.org",
                "anna@example.org\nBcc: bo@example.org",
                "anna\r\n@example.org",
                "anna@exam\u0000ple.org",
                "anna@example.org;bo@example.org"
            })
    void refusesWhatNoMailServerTakesOrWhatIsMoreThanOne(String text) {
        assertThat(EmailAddress.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "' anna@example.org ', anna@example.org",
        "Anna@Example.ORG, Anna@example.org",
        "kommun@räksmörgås.se, kommun@xn--rksmrgs-5wao1o.se"
    })
    void writesItAsMailServersWantIt(String typed, String text) {
        assertThat(EmailAddress.parse(typed)).map(EmailAddress::text).contains(text);
    }

    @Test
    void isAtMost254CharactersLong() {
        String domain = ("d".repeat(60) + ".").repeat(3) + "se";
        String local = "a".repeat(64);

        assertThat(EmailAddress.parse(local + "@" + domain)).isPresent();
        assertThat(EmailAddress.parse("a" + local + "@" + domain)).isEmpty();
        assertThat(EmailAddress.parse(local + "@" + "d".repeat(60) + "." + domain))
                .isEmpty();
    }

    @Test
    void cannotBeMadeOfAnythingElse() {
        assertThatIllegalArgumentException().isThrownBy(() -> new EmailAddress("anna@example.org\n"));
        assertThat(new EmailAddress("anna@example.org")).asString().doesNotContain("anna");
    }
}
