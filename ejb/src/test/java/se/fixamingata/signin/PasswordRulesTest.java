package se.fixamingata.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private static final PasswordRules RULES = new PasswordRules(new CommonPasswords());

    private static String problem(String password) {
        return RULES.problem(password, "anna.exempelsson@forshaga.se", "Anna Exempelsson")
                .orElse("");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"elva tecken", "😀😀😀😀😀😀😀😀😀😀😀"})
    void twelveCharactersAreTheLeast(String password) {
        assertThat(problem(password)).isEqualTo("password.short");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "Password2026!",
                "lösenord12345",
                "Sommaren 2026",
                "stockholm1234",
                "passwordpassword",
                "abcabcabcabcabc",
                "aaaaaaaaaaaaaa",
                "123456789012",
                "0987654321098",
                "qwertyuiopåas",
                "qwertyuiop1234",
                "abcdefghijklmno",
                "1qaz2wsx3edc",
                "Trafikverket1!",
                "motherfucker"
            })
    void whatEverybodyTriesIsRefused(String password) {
        assertThat(problem(password)).isEqualTo("password.common");
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna.exempelsson", "Exempelsson1!", "anna.exempelsson@forshaga.se", "ForshagaAnna1"})
    void onesOwnNameIsRefused(String password) {
        assertThat(problem(password)).isEqualTo("password.own");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en lykta som lyser vid kajen",
                "gatan lagas i morgon",
                "tre hundar åt soppa",
                "korrekt häst batteri häftklammer",
                "Xk3!fjw0qPzL",
                "Exempelsson gillar blåa cyklar"
            })
    void aSentenceOrSomethingRandomIsWelcome(String password) {
        assertThat(problem(password)).isEmpty();
    }

    @Test
    void twoHundredAreTheMost() {
        assertThat(problem("ett två tre ".repeat(17))).isEqualTo("password.long");
    }

    @ParameterizedTest
    @CsvSource({"59, 94287082", "1111111109, 07081804", "1111111111, 14050471", "20000000000, 65353130"})
    void codesAreThoseOfTheRfc(long seconds, String eight) {
        // RFC 6238, appendix B, has eight digits; an app shows the last six.
        assertThat(new OneTimeCodes().code("12345678901234567890".getBytes(), java.time.Instant.ofEpochSecond(seconds)))
                .isEqualTo(eight.substring(2));
    }
}
