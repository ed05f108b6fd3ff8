package se.fixamingata.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixamingata.answer.Placeholders.Words;

class PlaceholdersTest {

    private final Map<Placeholder, Words> values = new EnumMap<>(Map.of(
            Placeholder.TITLE, Words.of("Hål i \"vägen\" <b>"),
            Placeholder.CATEGORY, new Words("Gatubelysning", "Street lighting"),
            Placeholder.CASEWORKER, Words.of("Ann Handläggare")));

    @Test
    void theNameDecidesTheLanguageOfTheValue() {
        assertThat(Placeholders.fill("{kategori} {category}", values).text())
                .isEqualTo("Gatubelysning Street lighting");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{handläggare}", "{Handläggare}", "{ HANDLÄGGARE }", "{handlaggare}", "{caseworker}"})
    void spellingIsForgiven(String typed) {
        assertThat(Placeholders.fill(typed, values).text()).isEqualTo("Ann Handläggare");
    }

    @Test
    void nothingIsEscapedAndAValueIsNoTemplate() {
        values.put(Placeholder.TITLE, Words.of("{kategori} $1 \\ <script>"));

        FilledText filled = Placeholders.fill("Om {titel}.", values);

        assertThat(filled.text()).isEqualTo("Om {kategori} $1 \\ <script>.");
        assertThat(filled.isComplete()).isTrue();
    }

    @Test
    void whatIsUnknownStandsAsTypedAndIsNamed() {
        FilledText filled = Placeholders.fill("Hej {kund}, {titel} {kund}", values);

        assertThat(filled.text()).isEqualTo("Hej {kund}, Hål i \"vägen\" <b> {kund}");
        assertThat(filled.unknown()).containsExactly("kund");
        assertThat(filled.isComplete()).isFalse();
    }

    @Test
    void whatHasNoValueStandsAsTypedAndIsNamed() {
        FilledText filled = Placeholders.fill("Klart senast {klart}.", values);

        assertThat(filled.text()).isEqualTo("Klart senast {klart}.");
        assertThat(filled.missing()).containsExactly("klart");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Hej {namn}!|Hej!", "Hej {namn}, tack|Hej, tack", "{namn}|''", "Hej{namn}|Hej"})
    void aNameThatIsNotPublicGoesAway(String template, String expected) {
        FilledText filled = Placeholders.fill(template, values);

        assertThat(filled.text()).isEqualTo(expected);
        assertThat(filled.isComplete()).isTrue();
    }

    @Test
    void bracesThatHoldNothingOrALineEndAreText() {
        String text = "{} { och { en\nrad } {" + "x".repeat(41) + "}";

        assertThat(Placeholders.unknown(text)).isEmpty();
        assertThat(Placeholders.fill(text, values).text()).isEqualTo(text);
    }

    @Test
    void whatNobodyHasFilledInIsFound() {
        assertThat(Placeholders.left("Klart {klart}, {nonsens}, {KLART}")).containsExactly("klart", "KLART");
        assertThat(Placeholders.unknown("Klart {klart}, {nonsens}, {Fel}")).containsExactly("nonsens", "Fel");
    }

    @ParameterizedTest
    @EnumSource
    void eachHasTwoNamesOfItsOwn(Placeholder one) {
        Set<String> names = new HashSet<>();
        for (Placeholder other : Placeholder.values()) {
            if (other != one) {
                names.add(other.swedish());
                names.add(other.english());
            }
        }
        assertThat(names).doesNotContain(one.swedish(), one.english());
        assertThat(one.english()).isNotEqualTo(one.swedish());
        assertThat(Placeholder.find(one.swedish())).contains(one);
        assertThat(Placeholder.find(one.english())).contains(one);
    }
}
