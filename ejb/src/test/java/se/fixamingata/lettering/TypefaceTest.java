package se.fixamingata.lettering;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypefaceTest {

    @ParameterizedTest
    @EnumSource(Typeface.class)
    void everyCutHasTheSwedishLetters(Typeface typeface) {
        for (int character : "ÅÄÖåäöéüAZaz0189 –·#".toCharArray()) {
            assertThat(typeface.advance(character))
                    .as("%s %c", typeface, character)
                    .isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Šibmer", "Gárasavvon", "Kiirunavaara", "Čohkkiras", "Ŋ"})
    void namesFromTheNorthAreWhole(String name) {
        for (int character : name.toCharArray()) {
            assertThat(Typeface.REGULAR.advance(character)).as("%c", character).isPositive();
        }
    }

    @Test
    void anOutlineIsAsTallAndWideAsItsSizeSays() {
        Rectangle2D box = Typeface.REGULAR.outline("HÅ", 100, 0).getBounds2D();

        assertThat(box.getWidth()).isBetween(80.0, Typeface.REGULAR.width("HÅ", 100, 0));
        assertThat(Typeface.REGULAR.outline("H", 100, 0).getBounds2D().getHeight())
                .isBetween(62.0, 70.0);
        assertThat(box.getMinY()).as("the ring stands above the capital").isLessThan(-75);
    }

    @Test
    void aLetterAndItsAccentInTwoCharactersIsTheSameLetter() {
        assertThat(Typeface.REGULAR.width("A\u030A", 10, 0)).isEqualTo(Typeface.REGULAR.width("Å", 10, 0));
    }

    @Test
    void whatTheFontLacksIsLeftOut() {
        assertThat(Typeface.REGULAR.width("🙂漢", 10, 0)).isZero();
        assertThat(Typeface.REGULAR.outline("漢", 10, 0).getBounds2D().isEmpty()).isTrue();
    }
}
