package se.fixamingata.web.extraquestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneWordsTest {

    @ParameterizedTest
    @CsvSource({
        "Ring 112.,112",
        "Ring 112 vid fara,112",
        "Ring 114 14,11414",
        "Ring 113 13 om du undrar,11313",
        "Sjukvården når du på 1177,1177",
        "Ring 054-540 10 00.,0545401000",
        "Ring 054 540 10 00,0545401000",
        "Ring 08-508 264 00,0850826400",
        "Ring 070-123 45 67 dygnet runt,0701234567",
        "Ring 0771-22 10 20,0771221020",
        "Call +46 54 540 10 00,+46545401000",
        "(054-54010 00),0545401000"
    })
    void findsTheNumberToDial(String text, String number) {
        assertThat(PhoneWords.of(text)).extracting(PhoneWords::number).contains(number);
        assertThat(PhoneWords.of(text).stream().map(PhoneWords::text).collect(Collectors.joining()))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Öppet 07:00-16:00",
                "Beslut 2026-03-01",
                "12 345 kronor",
                "Diarienummer 1121234567890",
                "Gatan 1120",
                "0,112 mm",
                "Inget nummer"
            })
    void leavesOtherNumbersAlone(String text) {
        assertThat(PhoneWords.of(text)).extracting(PhoneWords::number).containsOnlyNulls();
    }

    @Test
    void findsSeveral() {
        assertThat(PhoneWords.of("Fara för liv: 112. Annars 054-540 10 00."))
                .containsExactly(
                        new PhoneWords("Fara för liv: ", null),
                        new PhoneWords("112", "112"),
                        new PhoneWords(". Annars ", null),
                        new PhoneWords("054-540 10 00", "0545401000"),
                        new PhoneWords(".", null));
    }
}
